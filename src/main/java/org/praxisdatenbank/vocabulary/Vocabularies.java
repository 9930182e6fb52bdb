package org.praxisdatenbank.vocabulary;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All lists as they stood when they were read; immutable, so any thread may use it. */
public final class Vocabularies {
    private final Map<Vocabulary, List<Term>> lists = new EnumMap<>(Vocabulary.class);
    private final Map<TermId, Term> terms = new HashMap<>();
    private final Map<TermId, TermId> aliases;
    private final List<Criterion> criteria;
    private final List<State> states;

    /** Without aliases. */
    public Vocabularies(List<Term> terms, List<Criterion> criteria, List<State> states) {
        this(terms, Map.of(), criteria, states);
    }

    /**
     * Puts each list into its current edition's order.
     *
     * @param aliases other names of terms, in lower case, to the terms; none is a term itself
     */
    public Vocabularies(List<Term> terms, Map<TermId, TermId> aliases, List<Criterion> criteria, List<State> states) {
        this.aliases = Map.copyOf(aliases);
        for (Vocabulary list : Vocabulary.values()) {
            lists.put(list, ofList(terms, list));
        }
        terms.forEach(term -> this.terms.put(term.id(), term));
        this.criteria = criteria.stream()
                .sorted(Comparator.comparingInt(criterion -> criterion.term().position()))
                .toList();
        this.states = states.stream()
                .sorted(Comparator.comparingInt(state -> state.term().position()))
                .toList();
    }

    private static List<Term> ofList(List<Term> terms, Vocabulary list) {
        return terms.stream()
                .filter(term -> term.id().vocabulary() == list)
                .sorted(Comparator.comparingInt(Term::position))
                .toList();
    }

    /** In the current edition's order. */
    public List<Term> terms(Vocabulary list) {
        return lists.getOrDefault(list, List.of());
    }

    public Optional<Term> find(TermId id) {
        return Optional.ofNullable(terms.get(id));
    }

    public Optional<Term> find(Vocabulary list, String id) {
        return id.isBlank() ? Optional.empty() : find(new TermId(list, id));
    }

    /** The term of this name, or the one that the name is an alias of, in upper or lower case. */
    public Optional<Term> named(Vocabulary list, String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        return find(list, name)
                .or(() -> Optional.ofNullable(aliases.get(new TermId(list, name.toLowerCase(Locale.ROOT))))
                        .flatMap(this::find));
    }

    /**
     * The term that people call so, upper and lower case being equal: by its name or an alias, else by its label in
     * either language, in the current edition before all others.
     */
    public Optional<Term> called(Vocabulary list, String text) {
        String name = text.strip();
        return named(list, name)
                .or(() -> first(list, term -> term.id().value().equalsIgnoreCase(name) || isCalled(term.label(), name)))
                .or(() -> first(list, term -> term.others().stream().anyMatch(other -> isCalled(other.label(), name))));
    }

    private Optional<Term> first(Vocabulary list, Predicate<Term> test) {
        return terms(list).stream().filter(test).findFirst();
    }

    private static boolean isCalled(Label label, String name) {
        return label.german().equalsIgnoreCase(name) || label.english().equalsIgnoreCase(name);
    }

    /** The label in that language; the bare id for a term that has left its list. */
    public String label(TermId id, Locale language) {
        return find(id).map(term -> term.label(language)).orElse(id.value());
    }

    public List<Criterion> criteria() {
        return criteria;
    }

    public List<State> states() {
        return states;
    }

    /** {@code DE-BY} and so on. */
    public Set<String> stateCodes() {
        return states.stream().map(state -> state.term().id().value()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The value that was most likely meant: the one whose id or label is the fewest edits away, upper and lower case
     * being equal.
     */
    public Optional<Term> nearest(Vocabulary list, String value) {
        return terms(list).stream().min(Comparator.comparingInt(term -> distance(term, value)));
    }

    private static int distance(Term term, String value) {
        return Math.min(
                Edits.between(term.id().value(), value),
                Math.min(
                        Edits.between(term.label().german(), value),
                        Edits.between(term.label().english(), value)));
    }
}
