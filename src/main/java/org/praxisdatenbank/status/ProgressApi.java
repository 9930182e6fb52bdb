package org.praxisdatenbank.status;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.BuildState;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.RequestFacts;
import org.praxisdatenbank.web.Routes;

/**
 * Tells whoever listens how far a build of the index is, as server-sent events: the state now, then each other one. A
 * listener costs its request's own virtual thread, which mostly sleeps, and is told to come again after a while. Nothing
 * tells who builds or where.
 */
public final class ProgressApi implements Routes, AutoCloseable {
    static final int MOST_LISTENERS = 16;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** Proxies end connections on which nothing is said; whoever is gone is noticed. */
    private static final int LOOKS_TO_HEARTBEAT = 60;

    private static final int LOOKS_TO_END = 2_400;

    private final Supplier<Optional<BuildState>> build;
    private final BooleanSupplier isServing;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Listens to nothing yet.
     *
     * @param build the one that runs now, whichever process does
     * @param isServing whether searches are answered
     */
    public ProgressApi(Supplier<Optional<BuildState>> build, BooleanSupplier isServing) {
        this.build = build;
        this.isServing = isServing;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get("/api/v1/index/progress", this::listen);
    }

    private void listen(Context request) {
        if (!listeners.tryAcquire()) {
            throw new Problem.NotReady("listener").raise();
        }
        try {
            request.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
            request.res().setContentType("text/event-stream; charset=utf-8");
            if (!RequestFacts.isHead(request)) {
                tell(request.res().getOutputStream());
            }
        } catch (IOException gone) {
            // whoever listened does not any more
        } catch (InterruptedException theServerStops) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.release();
        }
    }

    private void tell(OutputStream out) throws IOException, InterruptedException {
        String told = "";
        int silent = 0;
        for (int look = 0; look < LOOKS_TO_END; look++) {
            String now = state();
            silent++;
            if (!now.equals(told)) {
                send(out, "event: progress\ndata: " + now + "\n\n");
                told = now;
                silent = 0;
            } else if (silent == LOOKS_TO_HEARTBEAT) {
                send(out, ":\n\n");
                silent = 0;
            }
            if (closed.await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    private static void send(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String state() {
        @Nullable BuildState now = build.get().orElse(null);
        return new String(Json.bytes(json -> write(json, now)), StandardCharsets.UTF_8);
    }

    private void write(JsonGenerator json, @Nullable BuildState now) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", now == null ? "idle" : "building");
        json.writeBooleanField("serving", isServing.getAsBoolean());
        if (now != null) {
            Step step = now.step();
            json.writeStringField("since", now.owner().since().toString());
            json.writeStringField("phase", step.phase());
            json.writeNumberField("done", step.done());
            writeKnown(json, "total", step.total());
            json.writeNumberField("per_second", step.perSecond());
            writeKnown(json, "seconds_left", step.secondsLeft());
        }
        json.writeEndObject();
    }

    private static void writeKnown(JsonGenerator json, String field, long number) throws IOException {
        if (number >= 0) {
            json.writeNumberField(field, number);
        }
    }

    /** Lets all listeners go. */
    @Override
    public void close() {
        closed.countDown();
    }
}
