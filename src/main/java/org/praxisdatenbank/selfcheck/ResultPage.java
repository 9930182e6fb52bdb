package org.praxisdatenbank.selfcheck;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeCard;
import org.praxisdatenbank.web.Frame;

/**
 * The profile of a practice, and where examples help.
 *
 * @param head what it is about
 * @param rows all criteria
 * @param strong the names of the criteria that are far advanced
 * @param weak those that are not begun or in the lowest third
 */
public record ResultPage(
        Frame frame, Summary head, Profile profile, List<Row> rows, List<Row> strong, List<Weak> weak) {
    public ResultPage {
        rows = List.copyOf(rows);
        strong = List.copyOf(strong);
        weak = List.copyOf(weak);
    }

    /**
     * What it is about.
     *
     * @param name of the practice; empty: not said
     * @param day on which the page was made, as text
     * @param given how many criteria are answered
     */
    public record Summary(String name, String day, long given) {}

    /**
     * One criterion.
     *
     * @param field what the form calls the stage, and {@code code} what it sends for it
     * @param path of the criterion's page
     * @param stage in words
     */
    public record Row(Field field, String path, String name, String stage, String evidence) {}

    /** The fields that carry the answer from page to page. */
    public record Field(String stageName, String code, String evidenceName) {}

    /**
     * A criterion to work on.
     *
     * @param count how many practices carry it, as the text of the link to them; null: it cannot be told for the moment
     * @param searchPath of the search that finds them
     */
    public record Weak(Row row, boolean isBasic, List<Example> examples, @Nullable String count, String searchPath) {
        public Weak {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A practice that shows the criterion.
     *
     * @param level that it states the next level at least, in words; null: it does not
     */
    public record Example(PracticeCard card, @Nullable String level) {}
}
