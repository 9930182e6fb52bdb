package org.praxisdatenbank.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;

/**
 * What a page says about its subject to search engines, as schema.org describes it. A template puts it into a script
 * element of type {@code application/ld+json}: a data block that no browser runs.
 */
public final class JsonLd implements Content {
    private final String json;

    private JsonLd(String json) {
        this.json = json;
    }

    /** What the writer writes, safe within a script element: without {@code <} nothing can end it. */
    public static JsonLd of(Json.Writer writer) {
        return new JsonLd(new String(Json.bytes(writer), StandardCharsets.UTF_8).replace("<", "\\u003c"));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(json);
    }

    @Override
    public String toString() {
        return json;
    }
}
