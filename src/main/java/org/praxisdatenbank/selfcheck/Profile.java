package org.praxisdatenbank.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.praxisdatenbank.web.Frame;

/**
 * The answers as a picture: for each criterion a row with its name, and below that a box for each level, filled as far as
 * it is reached. All lengths are units of the picture, which is {@value #WIDTH} wide; so narrow that its words can be
 * read on a phone.
 */
public record Profile(List<Row> rows) {
    public static final int WIDTH = 340;

    private static final int ROW_HEIGHT = 50;
    private static final int LADDER_WIDTH = 200;
    private static final int GAP = 4;

    public Profile {
        rows = List.copyOf(rows);
    }

    static Profile of(SelfCheck check, Frame frame) {
        List<Row> rows = new ArrayList<>();
        for (Answer answer : check.answers()) {
            rows.add(new Row(
                    rows.size() * ROW_HEIGHT,
                    kind(answer.stage()),
                    Spoken.name(answer, frame),
                    Spoken.stage(answer, frame),
                    boxes(answer)));
        }
        return new Profile(rows);
    }

    public int height() {
        return rows.size() * ROW_HEIGHT;
    }

    /**
     * One criterion.
     *
     * @param top where it begins
     * @param stage in words
     * @param boxes lowest level first
     */
    public record Row(int top, Kind kind, String name, String stage, List<Box> boxes) {
        public Row {
            boxes = List.copyOf(boxes);
        }
    }

    /** One level. */
    public record Box(int left, int width, boolean isReached) {}

    /** How a row is drawn. */
    public enum Kind {
        LADDER,
        OPEN,
        NOT_APPLICABLE
    }

    private static Kind kind(Stage stage) {
        return switch (stage) {
            case Stage.Open open -> Kind.OPEN;
            case Stage.NotApplicable notApplicable -> Kind.NOT_APPLICABLE;
            case Stage.NotBegun notBegun -> Kind.LADDER;
            case Stage.Reached reached -> Kind.LADDER;
        };
    }

    private static List<Box> boxes(Answer answer) {
        int reached = answer.stage() instanceof Stage.Reached stage ? stage.level() : 0;
        int step = (LADDER_WIDTH + GAP) / answer.levels();
        return IntStream.range(0, answer.levels())
                .mapToObj(level -> new Box(level * step, step - GAP, level < reached))
                .toList();
    }
}
