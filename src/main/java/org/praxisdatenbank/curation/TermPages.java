package org.praxisdatenbank.curation;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.curation.AffectedStore.Affected;
import org.praxisdatenbank.curation.ListsPages.Typing;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/** One term of a list, and what can be done with it. */
public final class TermPages implements Routes {
    private static final String PATH = ListsPages.PATH + "/{list}/{term}";

    private static final String RENAME = "umbenennen";
    private static final String SPLIT = "teilen";
    private static final String MOVE = "verschieben";

    private final WorkPages work;
    private final CurationPages curation;

    public TermPages(WorkPages work, CurationPages curation) {
        this.work = work;
        this.curation = curation;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, this::show);
        take(server, RENAME, EditKind.RENAME);
        take(server, "zusammenfuehren", EditKind.MERGE);
        take(server, SPLIT, EditKind.SPLIT);
        take(server, MOVE, EditKind.MOVE);
        take(server, "zurueckziehen", EditKind.RETIRE);
        take(server, "wieder-vergeben", EditKind.RESTORE);
    }

    private void take(JavalinDefaultRoutingApi server, String what, EditKind kind) {
        String prefix = kind == EditKind.SPLIT ? CurationPages.NEW : "";
        work.post(server, PATH + "/" + what, ADMINS, (request, who) -> {
            Term term = curation.term(request);
            Entered entered = CurationPages.entered(request, prefix);
            switch (curation.desk().change(kind, term, entered)) {
                case Reading.Right right -> curation.proceed(request, who, right.edit(), path(term.id()));
                case Reading.Faulty faulty ->
                    show(
                            request,
                            who,
                            term,
                            new Form(what, Typing.of(entered)),
                            curation.faults(request, faulty.wrong(), prefix));
            }
        });
    }

    static String path(TermId term) {
        return ListsPages.path(term.vocabulary()) + "/" + term.value();
    }

    /**
     * The form that was not taken.
     *
     * @param what last part of its address; empty: none was sent
     */
    public record Form(String what, Typing typed) {
        static final Form NONE = new Form("", Typing.NOTHING);
    }

    private void show(Context request, SignedIn who) {
        Term term = curation.term(request);
        if (!term.id().value().equals(request.pathParam("term"))) {
            work.back(request, path(term.id()), "");
            return;
        }
        show(request, who, term, Form.NONE, List.of());
    }

    private void show(Context request, SignedIn who, Term term, Form form, List<Fault> faults) {
        String label = term.label(PageKit.language(request));
        WorkFrame frame = work.frameAt(path(term.id()), request, who, "lists.term", label);
        List<Other> others = curation.lists().terms(term.id().vocabulary()).stream()
                .filter(other -> !other.id().equals(term.id()))
                .map(other -> new Other(
                        other.id().value(),
                        other.label(frame.frame().language()),
                        curation.lists().isRetired(other.id())))
                .toList();
        TermPage page = new TermPage(
                frame,
                term,
                curation.version(term.id().vocabulary()),
                new Standing(
                        curation.lists().aliases(term.id()),
                        curation.lists().isRetired(term.id()),
                        curation.desk().affected().of(term.id()),
                        ListDesk.before(curation.lists(), term)),
                others,
                form,
                faults);
        work.show(request, "curation/term", page, faults);
    }

    /** Another term of the list. */
    public record Other(String id, String label, boolean isRetired) {}

    /**
     * How it stands.
     *
     * @param before id of the term that it stands behind; empty: it is the first
     */
    public record Standing(List<String> aliases, boolean isRetired, Affected affected, String before) {
        public Standing {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * One term.
     *
     * @param version of its list
     * @param others in the order of the list
     */
    public record TermPage(
            WorkFrame work,
            Term term,
            String version,
            Standing standing,
            List<Other> others,
            Form form,
            List<Fault> faults) {
        public TermPage {
            others = List.copyOf(others);
            faults = List.copyOf(faults);
        }

        /** Those that it could become. */
        public List<Other> targets() {
            return others.stream().filter(other -> !other.isRetired()).toList();
        }

        public String list() {
            return ListsPages.path(term.id().vocabulary());
        }

        public String path() {
            return TermPages.path(term.id());
        }

        public String search() {
            return "/suche?" + term.id().vocabulary().id() + "=" + term.id().value();
        }

        /** What is wrong in that form. */
        public List<Fault> faults(String what) {
            return form.what().equals(what) ? faults : List.of();
        }

        /** What stands in the fields of that form. */
        public Typing typed(String what) {
            if (form.what().equals(what)) {
                return form.typed();
            }
            return what.equals(RENAME)
                    ? new Typing(
                            term.id().value(),
                            term.label().german(),
                            term.label().english(),
                            "")
                    : Typing.NOTHING;
        }
    }
}
