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

/** All lists as they stood at one moment; immutable. */
final class Lists {
    private final Map<Vocabulary, List<Term>> lists = new EnumMap<>(Vocabulary.class);
    private final Map<TermId, Term> terms = new HashMap<>();
    private final Names names;
    private final Set<TermId> retired;
    private final List<Criterion> criteria;
    private final List<State> states;
    private final String mark;

    /**
     * Other names of terms.
     *
     * @param aliases in lower case, to the terms; none is a term itself
     * @param former what a name, an alias or a term's own, stood for before; the latest where there were several
     * @param labels former labels in lower case, in either language, to the names that had them
     */
    record Names(Map<TermId, TermId> aliases, Map<TermId, Label> former, Map<TermId, TermId> labels) {
        static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

        Names {
            aliases = Map.copyOf(aliases);
            former = Map.copyOf(former);
            labels = Map.copyOf(labels);
        }
    }

    /**
     * Terms and what belongs to some of them.
     *
     * @param retired nobody is to choose them any more
     */
    record Values(List<Term> terms, Set<TermId> retired, List<Criterion> criteria, List<State> states) {
        Values {
            terms = List.copyOf(terms);
            retired = Set.copyOf(retired);
        }
    }

    /** @param mark differs from that of every other state of the database */
    Lists(Values values, Names names, String mark) {
        for (Vocabulary list : Vocabulary.values()) {
            lists.put(list, ofList(values.terms(), list));
        }
        values.terms().forEach(term -> this.terms.put(term.id(), term));
        this.names = names;
        this.retired = values.retired();
        this.criteria = values.criteria().stream()
                .sorted(Comparator.comparingInt(criterion -> criterion.term().position()))
                .toList();
        this.states = values.states().stream()
                .sorted(Comparator.comparingInt(state -> state.term().position()))
                .toList();
        this.mark = mark;
    }

    private static List<Term> ofList(List<Term> terms, Vocabulary list) {
        return terms.stream()
                .filter(term -> term.id().vocabulary() == list)
                .sorted(Comparator.comparingInt(Term::position))
                .toList();
    }

    String mark() {
        return mark;
    }

    List<Term> terms(Vocabulary list) {
        return lists.getOrDefault(list, List.of());
    }

    boolean isRetired(TermId id) {
        return retired.contains(id);
    }

    Set<TermId> retired() {
        return retired;
    }

    Optional<Term> find(TermId id) {
        return Optional.ofNullable(terms.get(id));
    }

    Optional<Term> named(Vocabulary list, String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        return find(new TermId(list, name)).or(() -> aliased(new TermId(list, name.toLowerCase(Locale.ROOT))));
    }

    private Optional<Term> aliased(TermId alias) {
        return Optional.ofNullable(names.aliases().get(alias)).flatMap(this::find);
    }

    List<String> aliases(TermId id) {
        return names.aliases().entrySet().stream()
                .filter(alias -> alias.getValue().equals(id))
                .map(alias -> alias.getKey().value())
                .sorted()
                .toList();
    }

    Optional<Term> called(Vocabulary list, String text) {
        String name = text.strip();
        return named(list, name)
                .or(() -> first(list, term -> term.id().value().equalsIgnoreCase(name) || isCalled(term.label(), name)))
                .or(() -> first(list, term -> term.others().stream().anyMatch(other -> isCalled(other.label(), name))))
                .or(() -> wasCalled(list, name));
    }

    private Optional<Term> wasCalled(Vocabulary list, String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(names.labels().get(new TermId(list, name.toLowerCase(Locale.ROOT))))
                        .flatMap(former -> named(list, former.value()));
    }

    private Optional<Term> first(Vocabulary list, Predicate<Term> test) {
        return terms(list).stream().filter(test).findFirst();
    }

    private static boolean isCalled(Label label, String name) {
        return label.german().equalsIgnoreCase(name) || label.english().equalsIgnoreCase(name);
    }

    Optional<Label> label(TermId id) {
        return find(id).map(Term::label)
                .or(() -> Optional.ofNullable(names.former().get(id)))
                .or(() -> aliased(id).map(Term::label));
    }

    List<Criterion> criteria() {
        return criteria;
    }

    List<State> states() {
        return states;
    }
}
