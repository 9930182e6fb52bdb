package org.praxisdatenbank.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Suggestion.Target;

/** Writes completions as the API answers them. */
final class SuggestionJson {
    private SuggestionJson() {}

    /** @param filters those under which the completions were found; their addresses keep them */
    static void write(JsonGenerator json, List<Suggestion> suggestions, Filters filters) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("suggestions");
        for (Suggestion suggestion : suggestions) {
            json.writeStartObject();
            json.writeStringField("text", suggestion.text());
            json.writeStringField("kind", kind(suggestion.target()));
            json.writeNumberField("count", suggestion.count());
            json.writeStringField("url", url(suggestion, filters));
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
    private static String url(Suggestion suggestion, Filters filters) {
        return suggestion.target() instanceof Target.Title title
                ? "/angebote/" + title.id().value()
                : SearchUrl.page(suggestion.search(filters).orElseThrow());
    }
}
