package org.praxisdatenbank.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.admin.IndexPage.Happening;
import org.praxisdatenbank.admin.IndexPage.Standing;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.sync.IndexOutcome;
import org.praxisdatenbank.sync.IndexWork.Ended;
import org.praxisdatenbank.sync.IndexWork.Running;
import org.praxisdatenbank.sync.Verification;

/** How the index stands and what is done to it, for programs. */
final class IndexJson {
    private IndexJson() {}

    static void write(JsonGenerator json, Standing standing, Happening happening) throws IOException {
        json.writeStartObject();
        write(json, standing);
        json.writeBooleanField("building", happening.build() != null);
        json.writeFieldName("running");
        write(json, happening.running());
        json.writeFieldName("last");
        write(json, happening.last());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Standing standing) throws IOException {
        json.writeFieldName("live");
        write(json, standing.state());
        json.writeStringField(
                "live_since", standing.since() == null ? null : standing.since().toString());
        json.writeFieldName("previous");
        write(json, standing.before());
        json.writeNumberField("lag", standing.lag().rows());
    }

    /** Null: there is none. */
    private static void write(JsonGenerator json, IndexState state) throws IOException {
        switch (state) {
            case IndexState.Missing missing -> json.writeNull();
            case IndexState.OtherVersion other -> {
                json.writeStartObject();
                json.writeStringField("generation", other.generation());
                json.writeNullField("practices");
                json.writeEndObject();
            }
            case IndexState.Ready ready -> {
                json.writeStartObject();
                json.writeStringField("generation", ready.generation());
                json.writeNumberField("practices", ready.documents());
                json.writeEndObject();
            }
        }
    }

    private static void write(JsonGenerator json, @Nullable Running running) throws IOException {
        if (running == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("task", running.task().id());
        json.writeStringField("since", running.since().toString());
        json.writeStringField("phase", running.step().phase());
        json.writeNumberField("done", running.step().done());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, @Nullable Ended ended) throws IOException {
        if (ended == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("task", ended.task().id());
        json.writeStringField("at", ended.at().toString());
        write(json, ended.outcome());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, IndexOutcome outcome) throws IOException {
        json.writeStringField(
                "outcome",
                switch (outcome) {
                    case IndexOutcome.Built built -> "built";
                    case IndexOutcome.Compared compared -> compared.result().isEqual() ? "equal" : "different";
                    case IndexOutcome.WentBack back -> "went_back";
                    case IndexOutcome.Cancelled cancelled -> "cancelled";
                    case IndexOutcome.Failed failed -> "failed";
                });
        json.writeStringField(
                "reason",
                outcome instanceof IndexOutcome.Failed failed ? failed.reason().id() : null);
        json.writeFieldName("verification");
        if (outcome instanceof IndexOutcome.Compared compared) {
            write(json, compared.result());
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, Verification result) throws IOException {
        json.writeStartObject();
        json.writeNumberField("published", result.published());
        json.writeNumberField("indexed", result.indexed());
        json.writeNumberField("equal", result.equal());
        json.writeNumberField("different", result.different());
        json.writeBooleanField("damaged", !result.damaged().isEmpty());
        json.writeEndObject();
    }
}
