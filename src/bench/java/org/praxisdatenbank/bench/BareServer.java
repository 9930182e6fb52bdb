package org.praxisdatenbank.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** Javalin as {@code web/WebServer} sets it up, with one handler that always gives the same bytes. */
final class BareServer {
    private static final int MAX_REQUESTS = 200;
    private static final int REQUEST_HEADER_BYTES = 32_768;

    private BareServer() {}

    /** @param arguments the file with the bytes */
    public static void main(String[] arguments) throws IOException {
        byte[] answer = Files.readAllBytes(Path.of(arguments[0]));
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.threadPool = new VirtualThreadPool(MAX_REQUESTS);
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
                connector.setHost("127.0.0.1");
                connector.setPort(0);
                return connector;
            });
            config.jetty.modifyHttpConfiguration(http -> {
                http.setSendServerVersion(false);
                http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
                http.setUriCompliance(UriCompliance.DEFAULT);
            });
            config.routes.get(
                    "/api/v1/practices",
                    request -> request.contentType("application/json").result(answer));
        });
        javalin.start();
        System.out.println("ready http://127.0.0.1:" + javalin.port());
    }
}
