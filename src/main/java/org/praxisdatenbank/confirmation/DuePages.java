package org.praxisdatenbank.confirmation;

import static org.praxisdatenbank.account.WorkPages.REVIEWERS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.confirmation.Due.LastLetter;
import org.praxisdatenbank.review.PublishedPages;
import org.praxisdatenbank.web.Routes;

/** What is to be confirmed, for those who review: whom nobody can write to they must ask themselves. */
public final class DuePages implements Routes {
    private static final String PATH = "/verwaltung/bestaetigungen";
    private static final int MOST = 200;

    private final WorkPages work;
    private final DueStore due;
    private final Clock clock;

    public DuePages(WorkPages work, DueStore due, Clock clock) {
        this.work = work;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, REVIEWERS, this::show);
    }

    /** How many wait for somebody who reviews; 0 for others. */
    public long count(Account who) {
        return REVIEWERS.contains(who.role()) ? due.count(LocalDate.now(clock), who) : 0;
    }

    private void show(Context request, SignedIn who) {
        WorkFrame frame = work.frame(request, who, "due.title");
        List<DueRow> rows = due.list(LocalDate.now(clock), who, MOST).stream()
                .map(asked -> row(frame, asked))
                .toList();
        work.show(request, "confirmation/due", new DuePage(frame, count(who.account()), rows));
    }

    private static DueRow row(WorkFrame frame, Due asked) {
        @Nullable LocalDate confirmed = asked.confirmed();
        return new DueRow(
                PublishedPages.path(asked.id()),
                asked.title(),
                asked.provider() == null ? "" : asked.provider(),
                confirmed == null
                        ? frame.text("due.never")
                        : frame.text("due.confirmed", frame.frame().date(confirmed)),
                letter(frame, asked));
    }

    private static String letter(WorkFrame frame, Due asked) {
        @Nullable LastLetter last = asked.last();
        if (last == null) {
            return frame.text(
                    asked.addressees().emails().isEmpty()
                            ? "due.nobody"
                            : asked.addressees().isContact() ? "due.to_contact" : "due.to_accounts");
        }
        String day = frame.frame().date(last.sent());
        return last.answer() == null
                ? frame.text("due.sent", day)
                : frame.text("due.answered", day, frame.text("due.answer." + last.answer()));
    }

    /** @param count of all; the rows may be fewer */
    public record DuePage(WorkFrame work, long count, List<DueRow> rows) {
        public DuePage {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A practice that is to be confirmed.
     *
     * @param provider empty: not stated
     * @param confirmed in words when that was last done
     * @param letter in words whom was written to, or who could be
     */
    public record DueRow(String path, String title, String provider, String confirmed, String letter) {}
}
