package org.praxisdatenbank.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes pages: routes in both languages, the frame around each, and the HTML; safe for use by any thread. */
public final class PageKit {
    /** Where the English pages begin; the German ones begin at the root. */
    static final String ENGLISH = "/en";

    private static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Map<String, Frame.Kit> kits;
    private final @Nullable String publicUrl;
    private final Supplier<Optional<IndexCheck>> lastCheck;
    private final InstantSource clock;

    /** For pages that tell nothing of the index; with the parameters of the other one. */
    public PageKit(Assets assets, Path ownTexts, @Nullable String publicUrl) {
        this(assets, ownTexts, publicUrl, Optional::empty, InstantSource.system());
    }

    /**
     * Reads the texts.
     *
     * @param ownTexts folder with texts of the operator's own, see {@link Texts#load}
     * @param publicUrl see {@link WebSettings#publicUrl()}
     * @param lastCheck of the index, asked for each page; empty: there is none yet
     * @param clock tells which day is today
     */
    public PageKit(
            Assets assets,
            Path ownTexts,
            @Nullable String publicUrl,
            Supplier<Optional<IndexCheck>> lastCheck,
            InstantSource clock) {
        this.publicUrl = publicUrl;
        this.lastCheck = lastCheck;
        this.clock = clock;
        this.kits = Map.of(
                "de", new Frame.Kit(Texts.load(Locale.GERMAN, ownTexts), assets),
                "en", new Frame.Kit(Texts.load(Locale.ENGLISH, ownTexts), assets));
    }

    /** Adds the page's address in German and, below {@code /en}, in English. */
    public static void get(JavalinDefaultRoutingApi server, String path, Handler handler) {
        server.get(path, handler);
        server.get(path.equals("/") ? ENGLISH : ENGLISH + path, handler);
    }

    /**
     * Adds an address that a form is sent to, in German and, below {@code /en}, in English. Only {@link SameSite} asks who
     * sends it: for handlers that change nothing, or ask themselves.
     */
    public static void post(JavalinDefaultRoutingApi server, String path, Handler handler) {
        server.post(path, handler);
        server.post(ENGLISH + path, handler);
    }

    /** The language that the address asks for. */
    public static Locale language(Context request) {
        return language(request.path());
    }

    static Locale language(String path) {
        return path.equals(ENGLISH) || path.startsWith(ENGLISH + "/") ? Locale.ENGLISH : Locale.GERMAN;
    }

    /**
     * Answers with the address under which something is to be found for good; the query string stays as it is.
     *
     * @param path from the root, of a page the German one
     */
    public static void moved(Context request, String path) {
        String there = language(request).equals(Locale.GERMAN) ? path : ENGLISH + path;
        @Nullable String query = request.queryString();
        request.redirect(query == null ? there : there + "?" + query, HttpStatus.MOVED_PERMANENTLY);
    }

    /**
     * Leads on to another page, after a form was taken or where it is elsewhere for the moment.
     *
     * @param path German, from the root, with its query string
     */
    public static void seeOther(Context request, String path) {
        seeOther(request, language(request), path);
    }

    /** The same in a language that the address of the request does not tell. */
    public static void seeOther(Context request, Locale language, String path) {
        request.redirect(language.equals(Locale.GERMAN) ? path : ENGLISH + path, HttpStatus.SEE_OTHER);
    }

    /** The texts of the language that the address asks for. */
    public Texts texts(Context request) {
        return texts(language(request));
    }

    /** The texts of a language. */
    public Texts texts(Locale language) {
        return kit(language).texts();
    }

    private Frame.Kit kit(Locale language) {
        Frame.@Nullable Kit kit = kits.get(language.getLanguage());
        if (kit == null) {
            throw new IllegalArgumentException("no texts in " + language);
        }
        return kit;
    }

    /** The frame of a page that search engines may list, with its title and description by their keys. */
    public Frame frame(Context request, String textKey) {
        Texts texts = texts(request);
        return frame(
                request,
                new Frame.Head(
                        texts.get(textKey + ".title"), texts.get(textKey + ".description"), germanPath(request), true));
    }

    /** The frame of a page. */
    public Frame frame(Context request, Frame.Head head) {
        Locale language = language(request);
        return new Frame(language, head, publicUrl(request), checked(language), kit(language));
    }

    private @Nullable String checked(Locale language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Frame.ZONE);
        return lastCheck
                .get()
                .map(check -> check.text(texts(language), language, today, Frame.ZONE))
                .orElse(null);
    }

    /** The frame of a page that nobody has asked for yet; it knows no public address but that of the settings. */
    Frame frame(Locale language, Frame.Head head) {
        return new Frame(language, head, publicUrl == null ? "" : publicUrl, null, kit(language));
    }

    /** Scheme, host and port under which the visitor knows the server. */
    public String publicUrl(Context request) {
        return publicUrl != null ? publicUrl : request.scheme() + "://" + request.host();
    }

    /** The path of the request as the German page has it. */
    public static String germanPath(Context request) {
        String path = request.path();
        if (language(request).equals(Locale.GERMAN)) {
            return path;
        }
        return path.equals(ENGLISH) ? "/" : path.substring(ENGLISH.length());
    }

    /**
     * Answers with a page. Browsers may keep it but ask each time whether it still holds.
     *
     * @param template file below {@code src/main/jte} without its ending: {@code search/results}
     * @param page the template's one parameter
     */
    public void show(Context request, String template, Object page) {
        request.header("Cache-Control", "no-cache").contentType(HTML).result(html(template, page));
    }

    /** A page for {@link Answers}, with the same parameters as {@link #show}. */
    public Body body(String template, Object page) {
        return Body.of(HTML, html(template, page));
    }

    /** In UTF-8. */
    byte[] html(String template, Object page) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(template + ".jte", page, html);
        return html.toByteArray();
    }

    /** The same with another status than 200. */
    public void show(Context request, HttpStatus status, String template, Object page) {
        show(request.status(status), template, page);
    }
}
