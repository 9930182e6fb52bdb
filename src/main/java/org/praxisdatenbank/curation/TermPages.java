package org.praxisdatenbank.curation;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

    private final WorkPages work;
    private final CurationPages curation;

    public TermPages(WorkPages work, CurationPages curation) {
        this.work = work;
        this.curation = curation;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, this::show);
        take(server, RENAME, EditForm::rename);
        take(server, "zusammenfuehren", EditForm::merge);
        take(server, SPLIT, EditForm::split);
        take(server, "zurueckziehen", EditForm::retire);
        take(server, "wieder-vergeben", (form, term) -> Optional.of(new Edit.Reinstate(term.id())));
    }

    private void take(
            JavalinDefaultRoutingApi server, String what, BiFunction<EditForm, Term, Optional<Edit>> reading) {
        work.post(server, PATH + "/" + what, ADMINS, (request, who) -> {
            Term term = curation.term(request);
            EditForm form = curation.form(request);
            Optional<Edit> edit = reading.apply(form, term);
            if (edit.isEmpty()) {
                show(
                        request,
                        who,
                        term,
                        new Form(what, Typing.of(form, what.equals(SPLIT) ? EditForm.PART : "")),
                        curation.faults(request, form));
                return;
            }
            curation.proceed(request, who, edit.get(), path(term.id()));
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
        List<Other> others = curation.lists().offered(term.id().vocabulary()).stream()
                .filter(other -> !other.id().equals(term.id()))
                .map(other ->
                        new Other(other.id().value(), other.label(frame.frame().language())))
                .toList();
        TermPage page = new TermPage(
                frame,
                term,
                curation.version(term.id().vocabulary()),
                new Standing(
                        curation.lists().aliases(term.id()),
                        curation.lists().isRetired(term.id()),
                        curation.affected().of(term.id())),
                others,
                form,
                faults);
        work.show(request, "curation/term", page, faults);
    }

    /** A term that this one could become. */
    public record Other(String id, String label) {}

    /** How it stands. */
    public record Standing(List<String> aliases, boolean isRetired, Affected affected) {
        public Standing {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * One term.
     *
     * @param version of its list
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
