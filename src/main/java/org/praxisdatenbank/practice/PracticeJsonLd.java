package org.praxisdatenbank.practice;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.JsonLd;

/** Describes a practice in the terms of schema.org: a page about a project or, for a network, an organisation. */
record PracticeJsonLd(Practice practice, String permanentUrl, Vocabularies vocabularies) {

    JsonLd content() {
        return JsonLd.of(this::writePage);
    }

    private void writePage(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("@context", "https://schema.org");
        json.writeStringField("@type", "WebPage");
        json.writeStringField("@id", permanentUrl);
        json.writeStringField("name", practice.wording().title());
        json.writeStringField("inLanguage", "de");
        PracticeJson.optional(json, "isBasedOn", practice.provenance().sourceUrl());
        json.writeObjectFieldStart("about");
        writePractice(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writePractice(JsonGenerator json) throws IOException {
        boolean isNetwork = practice.classification().type().value().equals("network");
        json.writeStringField("@type", isNetwork ? "Organization" : "Project");
        json.writeStringField("name", practice.wording().title());
        json.writeStringField("description", practice.wording().summary());
        PracticeJson.optional(json, "url", practice.provenance().website());
        writePeriod(json);
        writeProvider(json);
        writeStates(json);
        writePlace(json);
    }

    private void writePeriod(JsonGenerator json) throws IOException {
        @Nullable PartialDate start = practice.period().start();
        PracticeJson.optional(json, "foundingDate", start == null ? null : start.text());
        if (practice.period().end() instanceof Period.End.On on) {
            json.writeStringField("dissolutionDate", on.date().text());
        }
    }

    private void writeProvider(JsonGenerator json) throws IOException {
        @Nullable String provider = practice.carrier().provider();
        if (provider != null) {
            json.writeObjectFieldStart("parentOrganization");
            json.writeStringField("@type", "Organization");
            json.writeStringField("name", provider);
            json.writeEndObject();
        }
    }

    private void writeStates(JsonGenerator json) throws IOException {
        if (practice.classification().terms(Vocabulary.STATE).isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("areaServed");
        for (TermId state : practice.classification().terms(Vocabulary.STATE)) {
            json.writeStartObject();
            json.writeStringField("@type", "State");
            json.writeStringField("name", vocabularies.label(state, Locale.GERMAN));
            json.writeStringField("identifier", state.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePlace(JsonGenerator json) throws IOException {
        Carrier carrier = practice.carrier();
        if (carrier.place() == null) {
            return;
        }
        json.writeObjectFieldStart("location");
        json.writeStringField("@type", "Place");
        json.writeObjectFieldStart("address");
        json.writeStringField("@type", "PostalAddress");
        PracticeJson.optional(json, "postalCode", carrier.postalCode());
        PracticeJson.optional(json, "addressLocality", carrier.place());
        json.writeStringField("addressCountry", "DE");
        json.writeEndObject();
        json.writeEndObject();
    }
}
