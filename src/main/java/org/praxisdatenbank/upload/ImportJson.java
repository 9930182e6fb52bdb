package org.praxisdatenbank.upload;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.praxisdatenbank.transfer.Finding;
import org.praxisdatenbank.transfer.ImportReport;
import org.praxisdatenbank.transfer.ImportResult;

/** What has become of an import, for programs. */
final class ImportJson {
    private ImportJson() {}

    /** @param isSearchable whether all running servers find what it has changed */
    static void write(JsonGenerator json, ImportResult result, boolean isSearchable) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("done", !result.isRefused() && !result.isDryRun());
        json.writeStringField("summary", new ImportReport(result).summary());
        if (result.kept() != null) {
            json.writeNumberField("import", result.kept().number());
        }
        json.writeNumberField("read", result.read());
        json.writeNumberField("new", result.saved().inserted());
        json.writeNumberField("changed", result.saved().updated());
        json.writeNumberField("unchanged", result.saved().unchanged());
        json.writeBooleanField("searchable", isSearchable);
        json.writeNumberField("faults", result.findings().total());
        json.writeArrayFieldStart("findings");
        for (Finding finding : result.findings().first()) {
            write(json, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("place", finding.place().toString());
        json.writeStringField("id", finding.id());
        json.writeStringField("field", finding.field());
        json.writeStringField("value", finding.value());
        json.writeStringField("message", finding.message());
        json.writeStringField("suggestion", finding.suggestion());
        json.writeEndObject();
    }

    /** What could not be read at all. */
    static void refused(JsonGenerator json, String why) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("done", false);
        json.writeStringField("summary", why);
        json.writeEndObject();
    }
}
