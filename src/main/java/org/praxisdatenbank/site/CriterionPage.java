package org.praxisdatenbank.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.web.Frame;

/**
 * One criterion.
 *
 * @param numbering its numbers in both editions, in words
 */
public record CriterionPage(
        Frame frame,
        Criterion criterion,
        CriteriaPage.Name name,
        String numbering,
        PracticeList practices,
        Neighbours neighbours) {

    /**
     * The criteria beside it.
     *
     * @param previous null for the first one
     * @param next null for the last one
     */
    public record Neighbours(@Nullable Link previous, @Nullable Link next) {}

    /** A criterion's page. */
    public record Link(String path, String label) {}

    /** The ladder as far as it is known, lowest step first. */
    public List<Criterion.Level> levels() {
        return criterion.levels();
    }

    public boolean isLadderKnown() {
        return criterion.steps().isPresent();
    }

    public Optional<String> ladderSource() {
        return criterion.ladderSource();
    }

    /** Value of {@code lang} for the names of the steps; null where the page speaks that language anyway. */
    public @Nullable String contentLanguage() {
        return frame.isGerman() ? null : "de";
    }
}
