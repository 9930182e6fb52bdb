package org.praxisdatenbank.curation;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;

/** All lists, and one of them with its terms. */
public final class ListsPages implements Routes {
    static final String PATH = "/verwaltung/vokabulare";
    private static final String LIST = PATH + "/{list}";

    private final WorkPages work;
    private final CurationPages curation;

    public ListsPages(WorkPages work, CurationPages curation) {
        this.work = work;
        this.curation = curation;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, this::showAll);
        work.get(server, LIST, ADMINS, (request, who) -> show(request, who, Typing.NOTHING, List.of()));
        work.post(server, LIST + "/neu", ADMINS, this::add);
    }

    static String path(Vocabulary list) {
        return PATH + "/" + list.id();
    }

    private void showAll(Context request, SignedIn who) {
        WorkFrame frame = work.frame(request, who, "lists.title");
        List<ListsPage.Row> rows = Arrays.stream(Vocabulary.values())
                .map(list -> new ListsPage.Row(
                        Vocabulary.EDITABLE.contains(list) ? path(list) : "",
                        frame.text(CurationPages.nameKey(list)),
                        curation.lists().terms(list).size(),
                        Vocabulary.EDITABLE.contains(list) ? "" : frame.text("lists.closed." + list.id())))
                .toList();
        work.show(request, "curation/lists", new ListsPage(frame, rows));
    }

    /** What stands in the form for a new term. */
    public record Typing(String id, String german, String english, String after) {
        static final Typing NOTHING = new Typing("", "", "", "");

        static Typing of(EditForm form, String prefix) {
            return new Typing(
                    form.one(prefix + EditForm.ID),
                    form.one(prefix + EditForm.GERMAN),
                    form.one(prefix + EditForm.ENGLISH),
                    form.one(EditForm.AFTER));
        }
    }

    private void show(Context request, SignedIn who, Typing typed, List<Fault> faults) {
        Vocabulary list = curation.list(request);
        WorkFrame frame = work.frameAt(path(list), request, who, CurationPages.nameKey(list));
        Map<String, Long> published = curation.affected().published(list);
        List<TermsPage.Term> rows = curation.lists().terms(list).stream()
                .map(term -> new TermsPage.Term(
                        path(list) + "/" + term.id().value(),
                        term.id().value(),
                        term.label(frame.frame().language()),
                        published.getOrDefault(term.id().value(), 0L),
                        curation.lists().isRetired(term.id())))
                .toList();
        work.show(
                request,
                "curation/terms",
                new TermsPage(frame, path(list), curation.version(list), rows, typed, faults),
                faults);
    }

    private void add(Context request, SignedIn who) {
        EditForm form = curation.form(request);
        Optional<Edit> edit = form.add();
        if (edit.isEmpty()) {
            show(request, who, Typing.of(form, ""), curation.faults(request, form));
            return;
        }
        curation.proceed(request, who, edit.get(), path(form.list()));
    }

    /** All lists. */
    public record ListsPage(WorkFrame work, List<Row> rows) {
        public ListsPage {
            rows = List.copyOf(rows);
        }

        /**
         * One list.
         *
         * @param path empty: it cannot be edited
         * @param reason why not; empty: it can
         */
        public record Row(String path, String name, int terms, String reason) {}
    }

    /**
     * One list.
     *
     * @param version of the list
     */
    public record TermsPage(
            WorkFrame work, String path, String version, List<Term> rows, Typing typed, List<Fault> faults) {
        public TermsPage {
            rows = List.copyOf(rows);
            faults = List.copyOf(faults);
        }

        /** @param published how many practices carry it */
        public record Term(String path, String id, String label, long published, boolean isRetired) {}
    }
}
