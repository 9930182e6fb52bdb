package org.praxisdatenbank.curation;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.curation.AffectedStore.Carrier;
import org.praxisdatenbank.curation.AssignStore.Assignment;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;

/** After a term was split, or for any two of a list: which of them each practice carries, a page of them at a time. */
public final class SplitPages implements Routes {
    private static final String PATH = ListsPages.PATH + "/{list}/{term}/zuordnen/{other}";
    private static final String AFTER = "nach";
    private static final String CHOICE = "wahl.";
    private static final String INSTEAD = "statt";
    private static final String BOTH = "auch";
    private static final int MOST = 50;

    private final WorkPages work;
    private final CurationPages curation;

    public SplitPages(WorkPages work, CurationPages curation) {
        this.work = work;
        this.curation = curation;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, this::show);
        work.post(server, PATH, ADMINS, this::assign);
    }

    static String path(TermId term, TermId other) {
        return TermPages.path(term) + "/zuordnen/" + other.value();
    }

    private Term other(Context request) {
        String id = request.pathParam("other");
        return curation.lists().find(curation.list(request), id).orElseThrow(() -> new Problem.NotFound("term", id)
                .raise());
    }

    private void show(Context request, SignedIn who) {
        Term term = curation.term(request);
        Term other = other(request);
        String after = Optional.ofNullable(request.queryParam(AFTER)).orElse("");
        List<Carrier> listed = curation.desk().affected().listed(term.id(), other.id(), after, MOST + 1);
        List<Carrier> shown = listed.subList(0, Math.min(MOST, listed.size()));
        String path = path(term.id(), other.id());
        WorkFrame frame = work.frame(
                request,
                who,
                "lists.assign",
                term.label(PageKit.language(request)),
                other.label(PageKit.language(request)));
        work.show(
                request,
                "curation/assign",
                new AssignPage(
                        frame,
                        new Two(
                                TermPages.path(term.id()),
                                term.label(frame.frame().language()),
                                other.label(frame.frame().language()),
                                term.id().vocabulary() != Vocabulary.TYPE),
                        path,
                        curation.version(term.id().vocabulary()),
                        shown,
                        listed.size() > MOST ? next(path, shown) : null));
    }

    private static String next(String path, List<Carrier> shown) {
        return path + "?" + AFTER + "=" + shown.getLast().id().value();
    }

    private void assign(Context request, SignedIn who) {
        TermId term = curation.term(request).id();
        TermId other = other(request).id();
        boolean mayHaveBoth = term.vocabulary() != Vocabulary.TYPE;
        Assignment chosen =
                new Assignment(term, other, chosen(request, INSTEAD), mayHaveBoth ? chosen(request, BOTH) : List.of());
        String path = path(term, other);
        String last = WorkPages.typed(request, AFTER);
        curation.assign(request, who, chosen, last.isEmpty() ? path : path + "?" + AFTER + "=" + last, path);
    }

    private static List<PracticeId> chosen(Context request, String choice) {
        QueryString sent = SentForm.fields(request);
        return sent.all("id").stream()
                .filter(id -> sent.last(CHOICE + id).filter(choice::equals).isPresent())
                .flatMap(id -> PracticeId.of(id).stream())
                .limit(MOST)
                .toList();
    }

    /**
     * Both terms.
     *
     * @param path of the first one
     * @param mayHaveBoth whether a practice can carry both
     */
    public record Two(String path, String label, String other, boolean mayHaveBoth) {}

    /**
     * Some that carry the first term.
     *
     * @param next where others are listed; null: these are the last
     */
    public record AssignPage(
            WorkFrame work, Two two, String path, String version, List<Carrier> carriers, @Nullable String next) {
        public AssignPage {
            carriers = List.copyOf(carriers);
        }

        /** Behind which the list goes on, once these are done; empty: nowhere. */
        public String last() {
            return next == null ? "" : carriers.getLast().id().value();
        }
    }
}
