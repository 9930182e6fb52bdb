package org.praxisdatenbank.upload;

import static org.praxisdatenbank.account.WorkPages.EDITORS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.sync.Visibility;
import org.praxisdatenbank.sync.Visibility.Outcome;
import org.praxisdatenbank.transfer.ImportHistoryStore;
import org.praxisdatenbank.transfer.PastImport;
import org.praxisdatenbank.transfer.UndoStore;
import org.praxisdatenbank.transfer.Undoing;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Typed;

/** An import that was done: what came of it, and the way back. */
public final class PastPages implements Routes {
    private static final String PATH = ImportPages.PATH + "/lauf/{number}";
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final String LEAVE = "lassen";

    private final WorkPages work;
    private final ImportHistoryStore history;
    private final UndoStore undo;
    private final Visibility visibility;
    private final Clock clock;

    /** @param clock tells which day is today */
    public PastPages(WorkPages work, ImportHistoryStore history, UndoStore undo, Visibility visibility, Clock clock) {
        this.work = work;
        this.history = history;
        this.undo = undo;
        this.visibility = visibility;
        this.clock = clock;
    }

    static String path(long number) {
        return ImportPages.PATH + "/lauf/" + number;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, EDITORS, (request, who) -> show(request, who, get(request), null, null));
        work.post(server, PATH + "/zuruecknehmen", EDITORS, this::takeBack);
    }

    /**
     * An import that was done.
     *
     * @param shown whether what it changed can be found
     * @param conflict what somebody has changed since, so that it was not taken back; null: nobody has tried
     * @param refused why it could not be taken back; null: it could, or nobody has tried
     */
    public record PastPage(
            WorkFrame work,
            PastImport past,
            Outcome shown,
            Undoing.@Nullable ChangedSince conflict,
            @Nullable Said refused) {
        public String path() {
            return PastPages.path(past.number());
        }

        /** How long it can be taken back. */
        public int days() {
            return ImportHistoryStore.DAYS;
        }
    }

    private PastImport get(Context request) {
        String number = request.pathParam("number");
        return history.find(Typed.number(number).orElse(-1))
                .orElseThrow(() -> new Problem.NotFound("import", number).raise());
    }

    private void show(
            Context request,
            SignedIn who,
            PastImport past,
            Undoing.@Nullable ChangedSince conflict,
            @Nullable Said refused) {
        if (conflict != null || refused != null) {
            request.status(HttpStatus.CONFLICT);
        }
        Outcome shown = history.transaction(past.number()).stream()
                .mapToObj(transaction -> visibility.await(transaction, Duration.ZERO))
                .findFirst()
                .orElse(Outcome.NOW);
        WorkFrame frame =
                work.frameAt(path(past.number()), request, who, "upload.past.title", String.valueOf(past.number()));
        work.show(request, "upload/past", new PastPage(frame, past, shown, conflict, refused));
    }

    private void takeBack(Context request, SignedIn who) {
        PastImport past = get(request);
        Authorship by = Authorship.of(who.account().id().value(), "import " + past.number() + " undone");
        boolean leavesChanged = !WorkPages.typed(request, LEAVE).isEmpty();
        try {
            Undoing ended = undo.undo(
                    new UndoStore.Order(past.number(), leavesChanged, LocalDate.now(clock), by),
                    ImportDeedStore.undone(WorkPages.doer(request, who)));
            answer(request, who, past, ended);
        } catch (Refused refused) {
            show(request, who, past, null, refused.why().orElseThrow(() -> refused));
        }
    }

    private void answer(Context request, SignedIn who, PastImport past, Undoing ended) {
        switch (ended) {
            case Undoing.Done done -> {
                done.transaction().ifPresent(transaction -> visibility.await(transaction, MOMENT));
                work.back(request, path(past.number()), "import_undone");
            }
            case Undoing.ChangedSince changed -> show(request, who, past, changed, null);
            case Undoing.Nothing nothing -> work.back(request, path(past.number()), "");
            case Undoing.NotKept notKept -> work.back(request, ImportPages.PATH, "");
        }
    }
}
