package org.praxisdatenbank.selfcheck;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;
import org.praxisdatenbank.web.Texts;

/**
 * The self-check. What people enter travels in forms from page to page and is kept nowhere; nothing is changed by any of
 * these addresses, so a form that another site sends here does no harm, and reloading neither.
 */
public final class SelfCheckPages implements Routes {
    /** The introduction, and where a file to go on with is sent. */
    static final String PATH = "/kriterien/selbstcheck";

    private static final String QUESTIONS = PATH + "/fragen";
    private static final String RESULT = PATH + "/ergebnis";
    private static final String JSON = PATH + "/selbstcheck.json";
    private static final String TEXT = PATH + "/selbstcheck.txt";

    /** More than all answers take at their longest, whatever program has written them. */
    private static final int MOST_FILE_BYTES = 500_000;

    private final PageKit pages;
    private final Examples examples;
    private final Vocabularies vocabularies;
    private final Clock clock;

    /** @param isSearching whether there is an index to search */
    public SelfCheckPages(
            PageKit pages, PracticeSearch search, BooleanSupplier isSearching, Vocabularies vocabularies, Clock clock) {
        this.pages = pages;
        this.examples = new Examples(search, isSearching);
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, PATH, request -> introduce(request, List.of()));
        PageKit.post(server, PATH, this::goOn);
        PageKit.get(server, QUESTIONS, request -> ask(request, nothing()));
        PageKit.post(
                server,
                QUESTIONS,
                request -> ask(request, new Submission(read(request).check(), List.of())));
        PageKit.post(server, RESULT, request -> ifUsable(request, this::showResult));
        PageKit.post(server, JSON, request -> ifUsable(request, this::sendJson));
        PageKit.post(server, TEXT, request -> ifUsable(request, this::sendText));
        // These addresses stay in histories and bookmarks, the answers do not.
        for (String path : List.of(RESULT, JSON, TEXT)) {
            PageKit.get(server, path, request -> request.redirect(frame(request).link(PATH)));
        }
    }

    private void introduce(Context request, List<Fault> faults) {
        Frame frame = frame(request, "selfcheck.title", PATH, faults);
        show(request, faults, "selfcheck/introduction", new IntroductionPage(frame, faults));
    }

    private void goOn(Context request) {
        Submission sent = new AnswerFileReader(vocabularies.criteria(), frame(request))
                .read(SentForm.file(request, AnswerFileReader.FIELD, MOST_FILE_BYTES));
        if (sent.isUsable()) {
            ask(request, sent);
        } else {
            introduce(request, sent.faults());
        }
    }

    private Submission nothing() {
        return new Submission(SelfCheck.blank(vocabularies.criteria()), List.of());
    }

    private void ask(Context request, Submission sent) {
        Frame frame = frame(request, "selfcheck.questions", QUESTIONS, sent.faults());
        show(request, sent.faults(), "selfcheck/questions", QuestionsPage.of(frame, sent));
    }

    private Submission read(Context request) {
        return AnswerForm.read(SentForm.fields(request), vocabularies.criteria(), frame(request));
    }

    private void ifUsable(Context request, BiConsumer<Context, SelfCheck> next) {
        Submission sent = read(request);
        if (sent.isUsable()) {
            next.accept(request, sent.check());
        } else {
            ask(request, sent);
        }
    }

    private void showResult(Context request, SelfCheck check) {
        Frame frame = frame(request, "selfcheck.result", RESULT, List.of());
        ResultParts parts = new ResultParts(examples, vocabularies, frame, LocalDate.now(clock));
        show(request, List.of(), "selfcheck/result", parts.page(check));
    }

    private void sendJson(Context request, SelfCheck check) {
        LocalDate today = LocalDate.now(clock);
        send(request, "application/json", today + ".json", AnswerFile.write(check, today));
    }

    private void sendText(Context request, SelfCheck check) {
        LocalDate today = LocalDate.now(clock);
        String text = new AnswerText(frame(request), today).write(check);
        send(request, "text/plain; charset=utf-8", today + ".txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Context request, String type, String ending, byte[] file) {
        request.header("Content-Disposition", "attachment; filename=\"selbstcheck-" + ending + "\"")
                .header("Cache-Control", "no-store")
                .contentType(type)
                .result(file);
    }

    /** What holds answers is kept by nobody; empty pages are as good as any other. */
    private void show(Context request, List<Fault> faults, String template, Object page) {
        pages.show(request, faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, template, page);
        if (!request.method().name().equals("GET")) {
            request.header("Cache-Control", "no-store");
        }
    }

    private Frame frame(Context request) {
        return frame(request, "selfcheck.title", PATH, List.of());
    }

    private Frame frame(Context request, String title, String path, List<Fault> faults) {
        Texts texts = pages.texts(request);
        String named = texts.get(title);
        return pages.frame(
                request,
                new Frame.Head(
                        faults.isEmpty() ? named : texts.get("selfcheck.faulty", named),
                        texts.get("selfcheck.description"),
                        path,
                        title.equals("selfcheck.title")));
    }
}
