package org.praxisdatenbank.sitetext;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.token.Holder;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.web.Conflicts;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentJson;
import org.praxisdatenbank.web.Texts;

/** The texts of the operator's pages, for programs. */
public final class TextsApi implements Routes {
    private static final String LIST = "/texts";
    private static final String PAGE = LIST + "/{page}";

    private final TokenApi api;
    private final Texts english;
    private final TextDesk desk;

    public TextsApi(TokenApi api, PageKit pages, TextDesk desk) {
        this.api = api;
        this.english = pages.texts(Locale.ENGLISH);
        this.desk = desk;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.get(server, LIST, Permission.TEXTS, (request, who) -> list(request));
        api.get(server, PAGE, Permission.TEXTS, (request, who) -> show(request, page(request)));
        api.post(server, PAGE, Permission.TEXTS, this::save);
        api.post(server, PAGE + "/reset", Permission.TEXTS, this::reset);
    }

    private static SitePage page(Context request) {
        String id = request.pathParam("page");
        return SitePage.of(id).orElseThrow(() -> new Problem.NotFound("page", id).raise());
    }

    private void list(Context request) {
        List<TextStanding> all = desk.all();
        Json.answer(request, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("texts");
            for (TextStanding text : all) {
                json.writeStartObject();
                writeHead(json, text);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void show(Context request, SitePage page) {
        TextStanding text = desk.of(page);
        Json.answer(request, json -> write(json, text));
    }

    /** A language that is not spoken of stays as it is. */
    private void save(Context request, Holder who) {
        SitePage page = page(request);
        SentJson sent = SentJson.of(request);
        long version = sent.version();
        TextPair now = desk.of(page).own();
        TextPair text = new TextPair(
                sent.find("text.de").orElse(now.german()), sent.find("text.en").orElse(now.english()));
        TextDesk.faults(text).forEach(wrong -> {
            throw new Problem.Invalid(
                            wrong.isGerman() ? "text.de" : "text.en",
                            wrong.why().key(),
                            wrong.why().arguments().stream()
                                    .map(String::valueOf)
                                    .toList())
                    .raise();
        });
        answer(request, page, desk.write(page, version, text, doer(request, who)));
    }

    private void reset(Context request, Holder who) {
        SitePage page = page(request);
        answer(request, page, desk.reset(page, SentJson.of(request).version(), doer(request, who)));
    }

    private static Doer doer(Context request, Holder who) {
        return TokenApi.doer(request, who);
    }

    private void answer(Context request, SitePage page, boolean isSaved) {
        if (isSaved) {
            show(request, page);
            return;
        }
        TextStanding current = desk.of(page);
        Conflicts.answer(
                request, english, Said.of("sitetext.overtaken", current.version()), json -> write(json, current));
    }

    private static void write(JsonGenerator json, TextStanding text) throws IOException {
        json.writeStartObject();
        writeHead(json, text);
        write(json, "own", text.own());
        write(json, "standard", text.standard());
        json.writeEndObject();
    }

    private static void writeHead(JsonGenerator json, TextStanding text) throws IOException {
        json.writeStringField("page", text.page().id());
        json.writeStringField("path", text.page().path());
        json.writeStringField("origin", text.origin());
        json.writeNumberField("version", text.version());
        if (text.last() == null) {
            json.writeNullField("made");
        } else {
            json.writeStringField("made", text.last().made().toString());
        }
    }

    private static void write(JsonGenerator json, String name, TextPair text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("de", text.german());
        json.writeStringField("en", text.english());
        json.writeEndObject();
    }
}
