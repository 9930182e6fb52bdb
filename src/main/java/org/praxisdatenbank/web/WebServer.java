package org.praxisdatenbank.web;

import io.github.bucket4j.TimeMeter;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: a virtual thread per request, and bounds on how much is worked on. */
public final class WebServer implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofMillis(800);
    private static final Duration IDLE_END_AFTER = Duration.ofMillis(100);
    /** A query text of 1,000 characters takes 12,000 bytes when each is percent-encoded; filters come on top. */
    private static final int REQUEST_HEADER_BYTES = 32_768;

    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(1);
    /** Connections that the operating system keeps until they are taken; its own default is too few for a rush. */
    private static final int WAITING_CONNECTIONS = 1_024;
    /** Of the server itself: they accept connections, and look which of them have something to read. */
    private static final int SERVER_THREADS = 64;

    private static final Set<HandlerType> CHANGING =
            Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

    private static final EnumSet<DispatcherType> ON_REQUEST = EnumSet.of(DispatcherType.REQUEST);

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Javalin javalin;
    private final WebSettings settings;

    private WebServer(Javalin javalin, WebSettings settings) {
        this.javalin = javalin;
        this.settings = settings;
    }

    /**
     * Starts to listen; the server is ready when this returns.
     *
     * @param refused is told of each request that was refused because there is too much to do
     */
    public static WebServer start(
            WebSettings settings, Assets assets, PageKit pages, List<Routes> features, Consumer<HttpStatus> refused) {
        SecurityHeaders headers = new SecurityHeaders(settings.publicUrl());
        FairUse fairUse = new FairUse(
                new Visitors(settings.allowance().proxies()),
                new Budget(settings.allowance(), TimeMeter.SYSTEM_NANOTIME),
                new Turns(settings.load()),
                new ReadyRefusals(pages, headers),
                refused);
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings, new EarlyRefusals(headers));
            config.jetty.modifyServletContextHandler(context -> context.addFilter(fairUse, "/*", ON_REQUEST));
            config.routes
                    .before(new Gate(settings, headers))
                    .after(new Validators())
                    .after(FairUse::endSearch);
            new Problems(pages).addTo(config.routes);
            assets.addTo(config.routes);
            features.forEach(feature -> feature.addTo(config.routes));
        });
        javalin.start();
        return new WebServer(javalin, settings);
    }

    private static void configure(JavalinConfig config, WebSettings settings, EarlyRefusals early) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.maxBodyBytes();
        // A thread for each connection: how much is worked on is bounded by FairUse, which can say so.
        config.jetty.threadPool = new VirtualThreadPool(settings.load().connections() + SERVER_THREADS);
        config.jetty.modifyServer(server -> {
            server.addBean(limit(server, settings.load().connections()));
            server.setStopTimeout(STOP_WITHIN.toMillis());
            server.setErrorHandler(early);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(early));
        config.jetty.modifyHttpConfiguration(WebServer::configure);
    }

    /** Where no further connection is possible, those that nobody uses end sooner. */
    private static NetworkConnectionLimit limit(Server server, int connections) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(connections, server);
        limit.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
        return limit;
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, WebSettings settings) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        // Else browsers' idle connections use up the time that running requests have to end.
        connector.setShutdownIdleTimeout(IDLE_END_AFTER.toMillis());
        return connector;
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        // Javalin lets ambiguous and broken paths in; here they are refused.
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.addCustomizer(new HeadAsGet());
    }

    /** The port that is really listened on. */
    public int port() {
        return javalin.port();
    }

    /** Templates of all addresses that may change something, each once, the German ones. */
    public List<String> changingAddresses() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> CHANGING.contains(endpoint.method))
                .map(endpoint -> endpoint.path)
                .filter(path -> !path.startsWith(PageKit.ENGLISH + "/"))
                .distinct()
                .toList();
    }

    /** {@code http://127.0.0.1:8080}. */
    public String address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + port();
    }

    /** Lets running requests end, but not for long. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            LOG.info("stopped before all requests had ended");
        }
    }
}
