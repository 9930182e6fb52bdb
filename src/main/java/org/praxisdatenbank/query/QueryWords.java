package org.praxisdatenbank.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Clause.And;
import org.praxisdatenbank.query.Clause.Everything;
import org.praxisdatenbank.query.Clause.Field;
import org.praxisdatenbank.query.Clause.Fuzzy;
import org.praxisdatenbank.query.Clause.InField;
import org.praxisdatenbank.query.Clause.Not;
import org.praxisdatenbank.query.Clause.Or;
import org.praxisdatenbank.query.Clause.Pattern;
import org.praxisdatenbank.query.Clause.Phrase;
import org.praxisdatenbank.query.Clause.Word;

/** The single words of a query, to be counted, changed or left out; brackets, fields and operators around them stay. */
public final class QueryWords {
    private QueryWords() {}

    /**
     * What is looked for at one place of a query.
     *
     * @param field where it is looked for; null: everywhere
     * @param clause a word, phrase, pattern or near spelling
     */
    public record Leaf(@Nullable Field field, Clause clause) {

        /** The query for nothing but this. */
        public Clause alone() {
            return field == null ? clause : new InField(field, clause);
        }
    }

    /** All that is looked for, in the order typed, nothing twice; what is to be left out is not among it. */
    public static List<Leaf> of(Clause clause) {
        List<Leaf> leaves = new ArrayList<>();
        changed(clause, leaf -> {
            leaves.add(leaf);
            return Optional.of(leaf.clause());
        });
        return leaves.stream().distinct().toList();
    }

    /**
     * The query with other words in the same places.
     *
     * @param change what shall stand there instead, without the field; empty leaves the place out
     */
    public static Clause changed(Clause clause, Function<Leaf, Optional<Clause>> change) {
        return changed(clause, null, change).orElseGet(Everything::new);
    }

    /** The query without a word, wherever it stands; {@link Everything} where it asks for nothing else. */
    public static Clause without(Clause clause, Leaf word) {
        Clause rest = changed(clause, leaf -> leaf.equals(word) ? Optional.empty() : Optional.of(leaf.clause()));
        return of(rest).isEmpty() ? new Everything() : rest;
    }

    private static Optional<Clause> changed(
            Clause clause, @Nullable Field field, Function<Leaf, Optional<Clause>> change) {
        return switch (clause) {
            case Everything everything -> Optional.of(everything);
            case Word word -> change.apply(new Leaf(field, word));
            case Phrase phrase -> change.apply(new Leaf(field, phrase));
            case Pattern pattern -> change.apply(new Leaf(field, pattern));
            case Fuzzy fuzzy -> change.apply(new Leaf(field, fuzzy));
            case InField in -> changed(in.clause(), in.field(), change).map(inner -> new InField(in.field(), inner));
            case Not not -> Optional.of(not);
            case And and -> joined(changed(and.clauses(), field, change), And::new);
            case Or or -> joined(changed(or.clauses(), field, change), Or::new);
        };
    }

    private static List<Clause> changed(
            List<Clause> clauses, @Nullable Field field, Function<Leaf, Optional<Clause>> change) {
        return clauses.stream()
                .flatMap(clause -> changed(clause, field, change).stream())
                .toList();
    }

    private static Optional<Clause> joined(List<Clause> clauses, Function<List<Clause>, Clause> join) {
        return clauses.size() > 1
                ? Optional.of(join.apply(clauses))
                : clauses.stream().findFirst();
    }
}
