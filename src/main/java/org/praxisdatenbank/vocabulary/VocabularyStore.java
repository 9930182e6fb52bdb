package org.praxisdatenbank.vocabulary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.Criterion.Level;

/** Reads the lists from the database; safe for use by any thread. Package {@code curation} changes them. */
public final class VocabularyStore {
    private static final String LABELS =
            """
            SELECT term_label.vocabulary, term, edition, is_current, position, german, english
              FROM term_label
              JOIN edition ON edition.vocabulary = term_label.vocabulary AND edition.id = term_label.edition
             ORDER BY term_label.vocabulary, term, edition
            """;
    private static final String CRITERIA =
            """
            SELECT id, is_basic, page
              FROM criterion
            """;
    private static final String LEVELS =
            """
            SELECT criterion, level, title, source
              FROM criterion_level
             ORDER BY criterion, level
            """;
    private static final String STATES = """
            SELECT id, path
              FROM state
            """;

    private static final String RETIRED =
            """
            SELECT vocabulary, id AS term
              FROM term
             WHERE retired IS NOT NULL
            """;
    /** The latest last. */
    private static final String FORMER =
            """
            SELECT vocabulary, name, german, english
              FROM former_label
             ORDER BY number
            """;

    private static final String MARK =
            """
            SELECT coalesce(string_agg(vocabulary || ' ' || number || ' ' || mark, ' ' ORDER BY vocabulary), '')
              FROM vocabulary_state
            """;

    private static final String ALIASES =
            """
            SELECT vocabulary, alias, term
              FROM term_alias
            """;

    private final Jdbi jdbi;

    public VocabularyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All lists in one consistent reading, which {@link Vocabularies#refresh} repeats where something has changed. */
    public Vocabularies load() {
        return new Vocabularies(read(), known -> mark().equals(known.mark()) ? known : read());
    }

    private String mark() {
        return jdbi.withHandle(VocabularyStore::mark);
    }

    private static String mark(Handle db) {
        return db.createQuery(MARK).mapTo(String.class).one();
    }

    private Lists read() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, VocabularyStore::read);
    }

    private static Lists read(Handle db) {
        Map<TermId, List<LabelRow>> labels = db.createQuery(LABELS).map((row, ctx) -> label(row)).list().stream()
                .collect(groupingBy(LabelRow::term));
        Map<TermId, Term> terms =
                labels.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> term(entry.getValue())));
        return new Lists(
                new Lists.Values(List.copyOf(terms.values()), retired(db), criteria(db, terms), states(db, terms)),
                names(db),
                mark(db));
    }

    private static Set<TermId> retired(Handle db) {
        return Set.copyOf(db.createQuery(RETIRED)
                .map((row, ctx) -> new TermId(list(row), row.getString("term")))
                .list());
    }

    private static Lists.Names names(Handle db) {
        Map<TermId, Label> former = new HashMap<>();
        Map<TermId, TermId> labels = new HashMap<>();
        db.createQuery(FORMER)
                .map((row, ctx) -> Map.entry(
                        new TermId(list(row), row.getString("name")),
                        new Label(row.getString("german"), row.getString("english"))))
                .forEach(known -> {
                    former.put(known.getKey(), known.getValue());
                    for (String text :
                            List.of(known.getValue().german(), known.getValue().english())) {
                        labels.put(
                                new TermId(known.getKey().vocabulary(), text.toLowerCase(Locale.ROOT)), known.getKey());
                    }
                });
        return new Lists.Names(aliases(db), former, labels);
    }

    private static Map<TermId, TermId> aliases(Handle db) {
        return db
                .createQuery(ALIASES)
                .map((row, ctx) -> Map.entry(
                        new TermId(list(row), row.getString("alias")), new TermId(list(row), row.getString("term"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Criterion> criteria(Handle db, Map<TermId, Term> terms) {
        Map<String, List<LevelRow>> levels = db
                .createQuery(LEVELS)
                .map((row, ctx) -> new LevelRow(
                        row.getString("criterion"),
                        new Level(row.getInt("level"), row.getString("title"), row.getString("source"))))
                .list()
                .stream()
                .collect(groupingBy(LevelRow::criterion));
        return db.createQuery(CRITERIA)
                .map((row, ctx) -> new Criterion(
                        known(terms, Vocabulary.CRITERION, row.getString("id")),
                        row.getBoolean("is_basic"),
                        row.getString("page"),
                        levels.getOrDefault(row.getString("id"), List.of()).stream()
                                .map(LevelRow::level)
                                .toList()))
                .list();
    }

    private static List<State> states(Handle db, Map<TermId, Term> terms) {
        return db.createQuery(STATES)
                .map((row, ctx) ->
                        new State(known(terms, Vocabulary.STATE, row.getString("id")), row.getString("path")))
                .list();
    }

    private static Term known(Map<TermId, Term> terms, Vocabulary list, String id) {
        @Nullable Term term = terms.get(new TermId(list, id));
        if (term == null) {
            throw new IllegalStateException(list.id() + " " + id + " has no label");
        }
        return term;
    }

    private static Term term(List<LabelRow> labels) {
        LabelRow current =
                labels.stream().filter(LabelRow::isCurrent).findFirst().orElse(labels.getFirst());
        List<Term.OtherEdition> others = labels.stream()
                .filter(label -> !label.isCurrent())
                .map(label -> new Term.OtherEdition(label.edition(), label.position(), label.label()))
                .toList();
        return new Term(current.term(), current.position(), current.label(), others);
    }

    private static LabelRow label(ResultSet row) throws SQLException {
        return new LabelRow(
                new TermId(list(row), row.getString("term")),
                row.getString("edition"),
                row.getBoolean("is_current"),
                row.getInt("position"),
                new Label(row.getString("german"), row.getString("english")));
    }

    private static Vocabulary list(ResultSet row) throws SQLException {
        String list = row.getString("vocabulary");
        return Vocabulary.of(list).orElseThrow(() -> new IllegalStateException("unknown list " + list));
    }

    private record LabelRow(TermId term, String edition, boolean isCurrent, int position, Label label) {}

    private record LevelRow(String criterion, Level level) {}
}
