package org.praxisdatenbank.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One JSON object a line, for programs: where a phase begins and ends and some times a second in between, and the result
 * as the last line. For one thread.
 */
public final class JsonProgress implements Progress {
    static final Duration BETWEEN_LINES = Duration.ofMillis(250);
    private static final JsonFactory FACTORY = new JsonFactory();

    private final PrintWriter out;
    private final InstantSource clock;
    private final Instant begun;
    private String name = "";
    private long total = -1;
    private long done;
    private Instant phaseBegun = Instant.EPOCH;
    private Instant nextLine = Instant.MAX;
    private boolean isTold = true;

    public JsonProgress(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public void phase(String name, long total) {
        close();
        this.name = name;
        this.total = total;
        done = 0;
        phaseBegun = clock.instant();
        tell(phaseBegun);
    }

    @Override
    public void advance(long steps) {
        done += steps;
        isTold = false;
        Instant now = clock.instant();
        if (!now.isBefore(nextLine)) {
            tell(now);
        }
    }

    /** Ends the phase; a result may still follow. */
    @Override
    public void close() {
        if (!isTold) {
            tell(clock.instant());
        }
    }

    private void tell(Instant now) {
        Pace pace = new Pace(done, total, Duration.between(phaseBegun, now));
        print(json -> {
            json.writeStringField("event", "progress");
            json.writeStringField("phase", name);
            json.writeNumberField("done", done);
            writeKnown(json, "total", total);
            json.writeNumberField("per_second", pace.perSecond());
            writeKnown(json, "seconds_left", pace.secondsLeft().orElse(-1));
        });
        isTold = true;
        nextLine = now.plus(BETWEEN_LINES);
    }

    private static void writeKnown(JsonGenerator json, String field, long number) throws IOException {
        if (number < 0) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, number);
        }
    }

    /** The last line of work that has come to its end. */
    public void done(long practices) {
        close();
        print(json -> {
            json.writeStringField("event", "result");
            json.writeStringField("status", "done");
            json.writeNumberField("practices", practices);
            json.writeNumberField("seconds", seconds());
        });
    }

    /**
     * The last line of work that has not.
     *
     * @param status one word: {@code refused}, {@code cancelled}, {@code failed}
     * @param message for people
     */
    public void ended(String status, String message) {
        print(json -> {
            json.writeStringField("event", "result");
            json.writeStringField("status", status);
            json.writeStringField("message", message);
            json.writeNumberField("seconds", seconds());
        });
    }

    private double seconds() {
        return Duration.between(begun, clock.instant()).toMillis() / 1_000.0;
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private void print(Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing progress", e);
        }
        out.println(line);
        out.flush();
    }
}
