package org.praxisdatenbank.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.praxisdatenbank.account.Client;

/** The steps of an import as somebody goes them in the browser. */
final class Conversation {
    static final String PATH = "/verwaltung/import";

    private final Client client;

    Conversation(Client client) {
        this.client = client;
        client.get(PATH); // has the token of the forms
    }

    HttpResponse<String> send(String name, byte[] content) {
        return client.upload(PATH, "datei", name, content);
    }

    /** The address of the upload. */
    String upload(String name, String content) {
        String there = Client.led(send(name, content.getBytes(StandardCharsets.UTF_8)));
        return there.replace("/spalten", "");
    }

    String page(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> act(String path) {
        return act(path, Map.of());
    }

    HttpResponse<String> act(String path, Map<String, String> fields) {
        return client.post(path, fields);
    }

    /** Uploads and takes over; returns the address of the import. */
    String imported(String name, String content) {
        String run = Client.led(act(upload(name, content) + "/uebernehmen"));
        assertThat(run).startsWith(PATH + "/lauf/");
        return run.replace("?getan=imported", "");
    }
}
