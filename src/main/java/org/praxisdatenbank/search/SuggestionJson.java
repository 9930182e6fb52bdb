package org.praxisdatenbank.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Clause.Field;
import org.praxisdatenbank.query.Clause.InField;
import org.praxisdatenbank.query.Clause.Phrase;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Suggestion.Target;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.TermId;

/** Writes completions as the API answers them. */
final class SuggestionJson {
    private SuggestionJson() {}

    static void write(JsonGenerator json, List<Suggestion> suggestions) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("suggestions");
        for (Suggestion suggestion : suggestions) {
            json.writeStartObject();
            json.writeStringField("text", suggestion.text());
            json.writeStringField("kind", kind(suggestion.target()));
            json.writeNumberField("count", suggestion.count());
            json.writeStringField("url", url(suggestion));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String kind(Target target) {
        return switch (target) {
            case Target.Word word -> "word";
            case Target.Title title -> "title";
            case Target.Provider provider -> "provider";
            case Target.Place place -> "place";
            case Target.OfTerm term -> "term";
        };
    }

    /** Where choosing the suggestion leads, among the German pages. */
    static String url(Suggestion suggestion) {
        return switch (suggestion.target()) {
            case Target.Word word -> words(suggestion.text());
            case Target.Title title -> "/angebote/" + title.id().value();
            case Target.Provider provider -> inField(Field.PROVIDER, suggestion.text());
            case Target.Place place -> inField(Field.PLACE, suggestion.text());
            case Target.OfTerm term -> withTerm(term.term());
        };
    }

    private static String words(String text) {
        SearchQuery all = SearchQuery.EVERYTHING;
        return SearchUrl.page(
                new SearchQuery(text, Filters.NONE, null, SearchUrl.defaultSort(text), all.window(), all.wanted()));
    }

    /** As a phrase; quotation marks within the name would end it early. */
    private static String inField(Field field, String name) {
        Clause phrase = new Phrase(name.replaceAll("[\"„“”«»]", " ").strip());
        return words(QueryText.print(new InField(field, phrase)));
    }

    private static String withTerm(TermId term) {
        return Facet.of(term.vocabulary().id())
                .map(facet -> new Filters(Map.of(facet, Selection.any(term.value())), new TreeMap<>(), Years.ANY))
                .map(filters -> SearchUrl.page(SearchQuery.EVERYTHING.with(filters)))
                .orElseGet(() -> words(term.value()));
    }
}
