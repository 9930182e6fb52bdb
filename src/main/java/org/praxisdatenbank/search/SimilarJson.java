package org.praxisdatenbank.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.praxisdatenbank.practice.SimilarPractice;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Writes similar practices, without what a search knows about its hits, and what they share. */
record SimilarJson(Vocabularies lists) {

    void write(JsonGenerator json, List<SimilarPractice> practices) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("hits");
        for (SimilarPractice similar : practices) {
            json.writeStartObject();
            SearchJson.writeFields(json, similar.practice());
            json.writeObjectFieldStart("shared");
            writeTerms(json, similar.terms());
            json.writeArrayFieldStart("words");
            for (String word : similar.words()) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeStringField("url", SearchJson.url(similar.practice()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTerms(JsonGenerator json, List<TermId> terms) throws IOException {
        json.writeArrayFieldStart("terms");
        for (TermId term : terms) {
            json.writeStartObject();
            json.writeStringField("vocabulary", term.vocabulary().id());
            json.writeStringField("id", term.value());
            json.writeStringField("label", lists.label(term, Locale.GERMAN));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
