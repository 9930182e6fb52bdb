package org.praxisdatenbank.query;

import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.query.Clause.Field;
import org.praxisdatenbank.query.Clause.InField;
import org.praxisdatenbank.query.Clause.Phrase;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * A completion of what somebody began to type.
 *
 * @param count how many practices it leads to; at least one
 * @param target what it leads to
 */
public record Suggestion(String text, long count, Target target) {

    /**
     * The search that it leads to; empty for a title, which leads to its practice.
     *
     * @param filters what is chosen; it stays, but a term takes the place of others that one of would do in its facet
     */
    public Optional<SearchQuery> search(Filters filters) {
        return switch (target) {
            case Target.Title title -> Optional.empty();
            case Target.Word word -> Optional.of(words(text, filters));
            case Target.Provider provider -> Optional.of(words(inField(Field.PROVIDER), filters));
            case Target.Place place -> Optional.of(words(inField(Field.PLACE), filters));
            case Target.OfTerm term -> Optional.of(SearchQuery.EVERYTHING.with(with(term.term(), filters)));
        };
    }

    private static SearchQuery words(String text, Filters filters) {
        return new SearchQuery(
                text,
                filters,
                null,
                SearchQuery.Sort.RELEVANCE,
                SearchQuery.Window.FIRST,
                SearchQuery.Wanted.EVERYTHING);
    }

    /** As a phrase; quotation marks within the name would end it early. */
    private String inField(Field field) {
        Clause phrase = new Phrase(text.replaceAll("[\"„“”«»]", " ").strip());
        return QueryText.print(new InField(field, phrase));
    }

    private static Filters with(TermId term, Filters filters) {
        Facet facet = Facet.of(term.vocabulary().id())
                .orElseThrow(() -> new IllegalArgumentException("no practices can be filtered by " + term));
        return filters.with(facet, filters.in(facet).withAny(List.of(term.value())));
    }

    /** What a suggestion leads to. */
    public sealed interface Target {
        /** A search for the text as a word. */
        record Word() implements Target {}

        /** One practice, by its title. */
        record Title(PracticeId id) implements Target {}

        /** A search for what this provider carries. */
        record Provider() implements Target {}

        /** A search in this place. */
        record Place() implements Target {}

        /** All practices with this term. */
        record OfTerm(TermId term) implements Target {}
    }
}
