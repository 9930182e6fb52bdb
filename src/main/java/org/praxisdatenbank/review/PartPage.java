package org.praxisdatenbank.review;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.web.Fault;

/**
 * A page of the form.
 *
 * @param asked in their order; empty in the part that asks for criteria only
 * @param criteria empty in all other parts
 */
public record PartPage(
        WorkFrame work, Place place, List<Asked> asked, List<AskedCriterion> criteria, List<Fault> faults) {
    public PartPage {
        asked = List.copyOf(asked);
        criteria = List.copyOf(criteria);
        faults = List.copyOf(faults);
    }

    /**
     * Where it belongs.
     *
     * @param path that the form is sent to
     * @param draft path of the list of parts; null: there is no draft yet
     * @param version that the form is made from
     * @param number of the part, from 1
     * @param isLast whether no other part follows
     * @param notice what else there is to say; null: nothing
     */
    public record Place(
            String path, @Nullable String draft, long version, int number, boolean isLast, @Nullable String notice) {
        public String versionText() {
            return String.valueOf(version);
        }
    }

    /** All pieces to choose of. */
    public List<Rival> rivals() {
        return Stream.concat(asked.stream().map(Asked::rival), criteria.stream().map(AskedCriterion::rival))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * A question.
     *
     * @param name of the field; texts begin with {@code review.ask.}
     * @param kind {@code line, lines, one, several, fixed}
     * @param longest characters of a text
     * @param value of a text
     * @param choices of a list
     * @param rival null: nobody else has changed it
     */
    public record Asked(
            String name, String kind, int longest, String value, List<Choice> choices, @Nullable Rival rival) {
        public Asked {
            choices = List.copyOf(choices);
        }
    }

    /** A value with its label. */
    public record Choice(String id, String label, boolean isChosen) {}

    /**
     * A criterion.
     *
     * @param levels to choose from, with "not named" first
     */
    public record AskedCriterion(String id, String label, List<Choice> levels, String note, @Nullable Rival rival) {
        public AskedCriterion {
            levels = List.copyOf(levels);
        }

        /** Whether anything is entered, so that it is shown open. */
        public boolean isNamed() {
            return !note.isEmpty() || rival != null || !levels.getFirst().isChosen();
        }
    }

    /**
     * What somebody else has made of the same meanwhile.
     *
     * @param piece {@code title}, {@code criteria.konzeption}
     * @param name of the piece
     * @param value theirs, in words
     * @param who one sentence that says so
     */
    public record Rival(String piece, String name, String value, String who) {}
}
