package org.praxisdatenbank.admin;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Entry;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Typed;

/** The log of what was done: a page at a time, or all of it as a file. */
public final class AuditPages implements Routes {
    private static final String PATH = "/verwaltung/protokoll";
    private static final int ON_A_PAGE = 100;
    private static final String LINES = "application/jsonl; charset=utf-8";

    private final WorkPages work;
    private final AuditStore audit;

    public AuditPages(WorkPages work, AuditStore audit) {
        this.work = work;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, this::show);
        work.get(server, PATH + ".jsonl", ADMINS, (request, who) -> send(request, audit));
    }

    /**
     * A page of the log.
     *
     * @param older the query string for what is older; null: there is nothing
     */
    public record AuditPage(WorkFrame work, List<Entry> entries, @Nullable String older) {
        public AuditPage {
            entries = List.copyOf(entries);
        }

        /** What was done, in words. */
        public String text(Deed deed) {
            return work.text("deed." + deed.action());
        }
    }

    private void show(Context request, SignedIn who) {
        @Nullable String before = request.queryParam("vor");
        List<Entry> entries =
                audit.latest(Typed.number(before == null ? "" : before).orElse(Long.MAX_VALUE), ON_A_PAGE);
        @Nullable
        String older = entries.size() < ON_A_PAGE
                ? null
                : PATH + "?vor=" + entries.getLast().number();
        work.show(request, "admin/audit", new AuditPage(work.frame(request, who, "audit.title"), entries, older));
    }

    /** Sends all of it. */
    static void send(Context request, AuditStore audit) {
        request.contentType(LINES).header("Content-Disposition", "attachment; filename=\"protokoll.jsonl\"");
        try (Writer lines =
                new BufferedWriter(new OutputStreamWriter(request.outputStream(), StandardCharsets.UTF_8))) {
            audit.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("sending the log", e);
        }
    }
}
