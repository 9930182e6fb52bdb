package org.praxisdatenbank.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.Results.Fragment;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * Writes results as the API answers them. What is not stated is left out, lists are always there.
 *
 * @param labels in German, whatever the visitor's language: the API speaks to programs
 */
record SearchJson(FacetLabels labels) {

    void write(JsonGenerator json, SearchQuery query, Results results, Help help) throws IOException {
        json.writeStartObject();
        json.writeNumberField("total", results.total());
        json.writeStringField("match", SearchUrl.name(results.match()));
        json.writeNumberField("page", query.window().page());
        json.writeNumberField("size", query.window().size());
        json.writeStringField("sort", SearchUrl.name(query.sort()));
        if (results.isPartial()) {
            json.writeBooleanField("partial", true);
        }
        if (!results.understood().equals(query.text())) {
            json.writeStringField("understood", results.understood());
        }
        json.writeArrayFieldStart("hits");
        for (Hit hit : results.hits()) {
            write(json, hit, query);
        }
        json.writeEndArray();
        writeFacets(json, results);
        HelpJson.write(json, results, help);
        PracticeJson.optional(json, "next", results.next());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Hit hit, SearchQuery query) throws IOException {
        json.writeStartObject();
        writeFields(json, hit.practice());
        json.writeNumberField("score", hit.score());
        if (query.wanted().highlights()) {
            json.writeObjectFieldStart("highlights");
            writeMarked(json, "title", hit.shown().title());
            writeMarked(json, "summary", hit.shown().snippet());
            json.writeEndObject();
            if (!query.text().isEmpty()) {
                ReasonJson.write(json, hit.shown());
            }
        }
        json.writeStringField("url", url(hit.practice()));
        json.writeEndObject();
    }

    static void writeFields(JsonGenerator json, PracticeSummary practice) throws IOException {
        json.writeStringField("id", practice.id().value());
        json.writeStringField("title", practice.wording().title());
        json.writeStringField("type", practice.terms(Vocabulary.TYPE).getFirst().value());
        json.writeStringField("summary", practice.wording().summary());
        PracticeJson.optional(json, "provider", practice.carrier().provider());
        PracticeJson.optional(json, "place", practice.carrier().place());
        PracticeJson.writeTerms(json, "states", practice.terms(Vocabulary.STATE));
        PracticeJson.writeTerms(json, "topic_areas", practice.terms(Vocabulary.TOPIC));
        PracticeJson.writeTerms(json, "criteria", practice.terms(Vocabulary.CRITERION));
        Boolean passed = practice.goodPractice().passed();
        if (passed != null) {
            json.writeBooleanField("good_practice", passed);
        }
    }

    static String url(PracticeSummary practice) {
        return "/angebote/" + practice.id().value();
    }

    /** A list of passages, each a list of fragments; no passage where nothing is marked. */
    private static void writeMarked(JsonGenerator json, String field, List<Fragment> fragments) throws IOException {
        json.writeArrayFieldStart(field);
        if (fragments.stream().anyMatch(Fragment::marked)) {
            json.writeStartArray();
            for (Fragment fragment : fragments) {
                json.writeStartObject();
                json.writeStringField("text", fragment.text());
                if (fragment.marked()) {
                    json.writeBooleanField("marked", true);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void writeFacets(JsonGenerator json, Results results) throws IOException {
        json.writeObjectFieldStart("facets");
        for (Facet facet : Facet.values()) {
            List<FacetCount> counts = results.facets().get(facet);
            if (counts != null) {
                json.writeArrayFieldStart(facet.parameter());
                for (FacetCount count : counts) {
                    write(json, facet, count);
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
        if (!results.unlisted().isEmpty()) {
            json.writeObjectFieldStart("more");
            for (Facet facet : Facet.values()) {
                if (results.unlisted().containsKey(facet)) {
                    json.writeNumberField(facet.parameter(), results.unlisted().get(facet));
                }
            }
            json.writeEndObject();
        }
    }

    void write(JsonGenerator json, Facet facet, FacetCount count) throws IOException {
        json.writeStartObject();
        json.writeStringField("value", count.value());
        json.writeStringField("label", labels.of(facet, count.value()));
        json.writeNumberField("count", count.count());
        json.writeBooleanField("selected", count.selected());
        json.writeEndObject();
    }
}
