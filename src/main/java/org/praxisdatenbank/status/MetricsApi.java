package org.praxisdatenbank.status;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.sync.Lag;
import org.praxisdatenbank.sync.Trouble.Kind;
import org.praxisdatenbank.web.OnlyFrom;
import org.praxisdatenbank.web.RequestFacts;
import org.praxisdatenbank.web.Routes;

/**
 * Measurements in Prometheus' text format. Labels are route templates, never what a visitor typed; nothing tells who
 * asked. Safe for use by any thread.
 */
public final class MetricsApi implements Routes, AutoCloseable {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double MILLIS_PER_SECOND = 1000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Condition condition;
    private final OnlyFrom readers;

    /** @param readers who may read them */
    public MetricsApi(Condition condition, OnlyFrom readers) {
        this.condition = condition;
        this.readers = readers;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        gauge("praxis.practices", "Published practices in the database", Condition::practices);
        Gauge.builder(
                        "praxis.indexed",
                        condition,
                        of -> of.isIndexServing() ? of.index().practices() : Double.NaN)
                .description("Practices in the serving index")
                .register(registry);
        gauge(
                "praxis.index.lag",
                "Changes that the index does not hold yet",
                of -> of(of.index().lag(), Lag::rows));
        gauge(
                "praxis.index.lag.seconds",
                "Time since the index was last known to hold every change",
                of -> of(of.index().lag(), lag -> lag.time().toMillis() / MILLIS_PER_SECOND));
        for (Kind kind : Kind.values()) {
            Gauge.builder("praxis.trouble", condition, of -> has(of, kind))
                    .description("1 while this keeps the index from following the database")
                    .tag("kind", kind.id())
                    .register(registry);
        }
    }

    private static double of(@Nullable Lag lag, ToDoubleFunction<Lag> figure) {
        return lag == null ? Double.NaN : figure.applyAsDouble(lag);
    }

    private static double has(Condition condition, Kind kind) {
        return condition.troubles().stream().anyMatch(trouble -> trouble.kind() == kind) ? 1 : 0;
    }

    private void gauge(String name, String description, ToDoubleFunction<Condition> value) {
        Gauge.builder(name, condition, of -> ifReachable(of, value))
                .description(description)
                .register(registry);
    }

    /** Not a number where it cannot be known: a scrape shall not wait for a connection for each of them. */
    private static double ifReachable(Condition condition, ToDoubleFunction<Condition> value) {
        return condition.isDatabaseReachable() && condition.isIndexServing()
                ? value.applyAsDouble(condition)
                : Double.NaN;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.after(this::record);
        server.get("/metrics", this::answer);
    }

    private void record(Context request) {
        Timer.builder("http.server.requests")
                .description("Requests that were answered, by route, method and status")
                .tag("route", RequestFacts.route(request))
                .tag("method", RequestFacts.method(request))
                .tag("status", String.valueOf(request.statusCode()))
                .register(registry)
                .record(RequestFacts.age(request));
    }

    /** Counts a request that was refused before any route saw it. */
    public void refused(HttpStatus status) {
        Counter.builder("http.server.refused")
                .description("Requests that were refused because of too much to do (503) or by one visitor (429)")
                .tag("status", String.valueOf(status.getCode()))
                .register(registry)
                .increment();
    }

    /** Adds a part of the time that a search took. */
    public void searched(String part, Duration time) {
        Timer.builder("praxis.search.part")
                .description("Time that searches took, by part")
                .tag("part", part)
                .register(registry)
                .record(time);
    }

    /** Counts an answer to a search or completion by where it came from. */
    public void answered(boolean wasKept) {
        Counter.builder("praxis.answers")
                .description("Answers to searches and completions, by whether they were kept in memory or made anew")
                .tag("from", wasKept ? "memory" : "search")
                .register(registry)
                .increment();
    }

    private void answer(Context request) {
        readers.check(request, "metrics");
        request.contentType(CONTENT_TYPE).header("Cache-Control", "no-store").result(registry.scrape());
    }

    /** Stops listening for garbage collections. */
    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
