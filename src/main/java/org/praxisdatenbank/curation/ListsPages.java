package org.praxisdatenbank.curation;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.curation.Entered.Part;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
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

    /**
     * The list, at the button of a term that was moved, so that whoever moves it by keyboard can go on.
     *
     * @param isUp whether it was moved up
     */
    static String placeOf(Vocabularies lists, TermId term, boolean isUp) {
        List<TermId> ids = lists.terms(term.vocabulary()).stream().map(Term::id).toList();
        boolean hasUp = !ids.getFirst().equals(term);
        boolean hasDown = !ids.getLast().equals(term);
        return path(term.vocabulary()) + "#" + (hasUp && (isUp || !hasDown) ? "hoch-" : "runter-") + term.value();
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

        static Typing of(Entered entered) {
            return new Typing(
                    entered.text(Part.ID),
                    entered.text(Part.GERMAN),
                    entered.text(Part.ENGLISH),
                    entered.text(Part.AFTER));
        }
    }

    private void show(Context request, SignedIn who, Typing typed, List<Fault> faults) {
        Vocabulary list = curation.list(request);
        WorkFrame frame = work.frameAt(path(list), request, who, CurationPages.nameKey(list));
        Map<String, Long> published = curation.desk().affected().published(list);
        List<Term> terms = curation.lists().terms(list);
        List<TermsPage.Listed> rows = IntStream.range(0, terms.size())
                .mapToObj(place -> {
                    Term term = terms.get(place);
                    return new TermsPage.Listed(
                            TermPages.path(term.id()),
                            term.id().value(),
                            term.label(frame.frame().language()),
                            published.getOrDefault(term.id().value(), 0L),
                            curation.lists().isRetired(term.id()),
                            Moves.of(terms, place));
                })
                .toList();
        work.show(
                request,
                "curation/terms",
                new TermsPage(frame, path(list), curation.version(list), rows, typed, faults),
                faults);
    }

    private void add(Context request, SignedIn who) {
        Vocabulary list = curation.list(request);
        Entered entered = CurationPages.entered(request, "");
        switch (curation.desk().add(list, entered)) {
            case Reading.Right right -> curation.proceed(request, who, right.edit(), path(list));
            case Reading.Faulty faulty ->
                show(request, who, Typing.of(entered), curation.faults(request, faulty.wrong(), ""));
        }
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
            WorkFrame work, String path, String version, List<Listed> rows, Typing typed, List<Fault> faults) {
        public TermsPage {
            rows = List.copyOf(rows);
            faults = List.copyOf(faults);
        }

        /** @param published how many practices carry it */
        public record Listed(String path, String id, String label, long published, boolean isRetired, Moves moves) {}
    }

    /**
     * Where a term goes that is moved by one place: behind the term of that id, empty: it comes first.
     *
     * @param place where it is, from 1
     * @param up null: it is the first already
     * @param down null: it is the last already
     */
    public record Moves(int place, @Nullable String up, @Nullable String down) {
        static Moves of(List<Term> terms, int place) {
            @Nullable String up = place == 0 ? null : place == 1 ? "" : id(terms.get(place - 2));
            @Nullable String down = place == terms.size() - 1 ? null : id(terms.get(place + 1));
            return new Moves(place + 1, up, down);
        }

        private static String id(Term term) {
            return term.id().value();
        }
    }
}
