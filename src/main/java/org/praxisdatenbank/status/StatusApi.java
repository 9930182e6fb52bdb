package org.praxisdatenbank.status;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.status.Condition.Check;
import org.praxisdatenbank.sync.Lag;
import org.praxisdatenbank.sync.Trouble;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;

/** What is in the database and in the index, whether the process lives, and whether it can answer searches. */
public final class StatusApi implements Routes {
    private final Condition condition;
    private final String version;

    /** @param version the program's own */
    public StatusApi(Condition condition, String version) {
        this.condition = condition;
        this.version = version;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get("/api/v1/status", this::status);
        server.get("/health/live", StatusApi::live);
        server.get("/health/ready", this::ready);
    }

    private void status(Context request) {
        Condition.Index index = condition.index();
        @Nullable Long practices = condition.isDatabaseReachable() ? condition.practices() : null;
        @Nullable Check check = condition.lastCheck().orElse(null);
        List<Trouble> troubles = condition.troubles();
        Json.answer(request, json -> {
            json.writeStartObject();
            write(json, practices, index, check);
            TroubleJson.write(json, troubles);
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json, @Nullable Long practices, Condition.Index index, @Nullable Check check)
            throws IOException {
        @Nullable Lag lag = index.lag();
        numberOrNull(json, "practices", practices);
        json.writeNumberField("indexed", index.practices());
        json.writeStringField("generation", index.generation());
        numberOrNull(json, "lag", lag == null ? null : lag.rows());
        json.writeFieldName("lag_seconds");
        json.writeNumber(lag == null ? null : BigDecimal.valueOf(lag.time().toMillis(), 3));
        json.writeStringField(
                "verified_at",
                index.verifiedAt() == null ? null : index.verifiedAt().toString());
        json.writeFieldName("verification");
        write(json, check);
        json.writeStringField("version", version);
    }

    private static void numberOrNull(JsonGenerator json, String field, @Nullable Long number) throws IOException {
        if (number == null) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, number);
        }
    }

    private static void write(JsonGenerator json, @Nullable Check check) throws IOException {
        if (check == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("at", check.at().toString());
        json.writeNumberField("published", check.published());
        json.writeNumberField("indexed", check.indexed());
        json.writeNumberField("equal", check.equal());
        json.writeNumberField("different", check.different());
        json.writeBooleanField("damaged", check.isDamaged());
        json.writeEndObject();
    }

    private static void live(Context request) {
        Json.answer(request, json -> {
            json.writeStartObject();
            json.writeStringField("status", "up");
            json.writeEndObject();
        });
        request.header("Cache-Control", "no-store");
    }

    private void ready(Context request) {
        Readiness readiness = Readiness.of(condition);
        if (readiness.isReady()) {
            Json.answer(request, readiness::write);
        } else {
            Json.answer(request.status(HttpStatus.SERVICE_UNAVAILABLE), Json.PROBLEM, readiness::write);
            request.header("Retry-After", "5");
        }
        request.header("Cache-Control", "no-store");
    }
}
