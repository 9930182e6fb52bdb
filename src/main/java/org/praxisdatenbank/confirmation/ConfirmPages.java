package org.praxisdatenbank.confirmation;

import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeBody;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.review.Drafts;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.RequestFacts;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;
import org.praxisdatenbank.web.Typed;

/**
 * Where the link of a letter leads: without an account, without a cookie. Looking at it changes nothing, as mail scanners
 * follow links; only the form answers.
 */
public final class ConfirmPages implements Routes {
    private static final String PATH = "/bestaetigen/";
    private static final String THANKS = "/bestaetigt";

    private final PageKit pages;
    private final LetterStore letters;
    private final PracticeStore practices;
    private final Drafts drafts;
    private final Clock clock;

    public ConfirmPages(PageKit pages, LetterStore letters, PracticeStore practices, Drafts drafts, Clock clock) {
        this.pages = pages;
        this.letters = letters;
        this.practices = practices;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, PATH + "{token}", request -> show(request, List.of()));
        PageKit.post(server, PATH + "{token}", this::answer);
        PageKit.get(server, THANKS, this::thank);
    }

    static String path(Token token) {
        return PATH + token.text();
    }

    private Optional<StoredPractice> asked(Context request) {
        return Token.parse(request.pathParam("token"))
                .flatMap(letters::find)
                .flatMap(letter ->
                        practices.find(List.of(letter.practice())).stream().findFirst());
    }

    private void show(Context request, List<Fault> faults) {
        Optional<StoredPractice> asked = asked(request);
        if (asked.isEmpty()) {
            show(request, HttpStatus.NOT_FOUND, new ConfirmPage(frame(request, "confirm.late"), null, faults));
            return;
        }
        Frame frame = frame(request, "confirm");
        StoredPractice practice = asked.get();
        Asked shown = new Asked(
                PageKit.germanPath(request),
                String.valueOf(practice.version()),
                practice.practice().wording().title(),
                PracticeBody.of(practice.practice(), frame, drafts.lists(), LocalDate.now(clock)),
                typed(request, "text"),
                typed(request, "seit"));
        HttpStatus status = faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        show(request, status, new ConfirmPage(frame, shown, faults));
    }

    private Frame frame(Context request, String key) {
        return pages.frame(
                request,
                new Frame.Head(
                        pages.texts(request).get(key + ".title"),
                        pages.texts(request).get(key + ".description"),
                        PageKit.germanPath(request),
                        false,
                        "/"));
    }

    private void show(Context request, HttpStatus status, ConfirmPage page) {
        pages.show(request, status, "confirmation/confirm", page);
        request.header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "strict-origin"); // the address is a secret
    }

    private void answer(Context request) {
        Optional<Token> token = Token.parse(request.pathParam("token"));
        Optional<StoredPractice> asked = asked(request);
        if (token.isEmpty() || asked.isEmpty()) {
            show(request, List.of());
            return;
        }
        List<Fault> faults = faults(request, asked.get());
        if (!faults.isEmpty()) {
            show(request, faults);
            return;
        }
        Answer answer = answerOf(request);
        LetterStore.Outcome outcome = letters.answer(
                token.get(),
                SentForm.version(request),
                answer,
                note(answer),
                LocalDate.now(clock),
                new Doer(null, RequestFacts.network(request)));
        switch (outcome) {
            case TAKEN -> PageKit.seeOther(request, THANKS + "?antwort=" + answer.id());
            case LATE -> show(request, List.of());
            case CHANGED_SINCE -> show(request, fault(request, "antwort", "confirm.fault.changed_since"));
        }
    }

    private List<Fault> faults(Context request, StoredPractice practice) {
        String text = typed(request, "text");
        return switch (typed(request, "antwort")) {
            case "stimmt" -> List.of();
            case "geaendert" ->
                text.isEmpty() || Typed.length(text) > Authorship.NOTE_LENGTH
                        ? fault(request, "text", "confirm.fault.text")
                        : List.of();
            case "beendet" ->
                drafts.canEnd(practice.practice(), since(request))
                        ? List.of()
                        : fault(request, "seit", "confirm.fault.since");
            default -> fault(request, "antwort", "confirm.fault.answer");
        };
    }

    private static Answer answerOf(Context request) {
        return switch (typed(request, "antwort")) {
            case "geaendert" -> new Answer.Changed(typed(request, "text"));
            case "beendet" -> new Answer.Ended(since(request));
            default -> new Answer.Right();
        };
    }

    private static String since(Context request) {
        return Drafts.date(Typed.line(typed(request, "seit")));
    }

    /** For the office, which reads German. */
    private String note(Answer answer) {
        return switch (answer) {
            case Answer.Right right -> "";
            case Answer.Changed changed -> changed.text();
            case Answer.Ended ended -> pages.texts(Locale.GERMAN).get("confirm.note.ended", ended.since());
        };
    }

    private List<Fault> fault(Context request, String field, String key) {
        return List.of(new Fault(field, pages.texts(request).get(key)));
    }

    private void thank(Context request) {
        @Nullable String given = request.queryParam("antwort");
        String answer = given != null && List.of("changed", "ended").contains(given) ? given : "right";
        String title = pages.texts(request).get("confirm.thanks");
        Frame frame = pages.frame(request, new Frame.Head(title, title, THANKS, false));
        pages.show(request, "confirmation/thanks", new ThanksPage(frame, frame.text("confirm.thanks." + answer)));
        request.header("Cache-Control", "no-store");
    }

    /** @param asked null: the link no longer holds */
    public record ConfirmPage(Frame frame, @Nullable Asked asked, List<Fault> faults) {
        public ConfirmPage {
            faults = List.copyOf(faults);
        }

        /** Value of {@code lang} for what the provider wrote; null where the page speaks that language anyway. */
        public @Nullable String contentLanguage() {
            return frame.isGerman() ? null : "de";
        }
    }

    /**
     * What is asked about.
     *
     * @param path that the forms are sent to
     * @param version of the practice that is shown
     * @param text that was typed, likewise {@code since}
     */
    public record Asked(String path, String version, String title, PracticeBody body, String text, String since) {}

    /** @param text what happens now */
    public record ThanksPage(Frame frame, String text) {}
}
