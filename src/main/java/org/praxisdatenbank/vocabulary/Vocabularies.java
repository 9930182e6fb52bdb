package org.praxisdatenbank.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All lists as this process knows them. {@link #refresh} replaces all of it at once, so any thread may use it; who asks
 * twice may be answered from two states.
 */
public final class Vocabularies {
    private final UnaryOperator<Lists> reading;
    private volatile Lists lists;

    /** Without aliases; they stay as they are. */
    public Vocabularies(List<Term> terms, List<Criterion> criteria, List<State> states) {
        this(
                new Lists(new Lists.Values(terms, Set.of(), criteria, states), Lists.Names.NONE, ""),
                UnaryOperator.identity());
    }

    /**
     * The same with aliases.
     *
     * @param aliases other names of terms, in lower case, to the terms; none is a term itself
     */
    public Vocabularies(List<Term> terms, Map<TermId, TermId> aliases, List<Criterion> criteria, List<State> states) {
        this(
                new Lists(
                        new Lists.Values(terms, Set.of(), criteria, states),
                        new Lists.Names(aliases, Map.of(), Map.of()),
                        ""),
                UnaryOperator.identity());
    }

    /** @param reading gives what there is now: the same, unless something has changed */
    Vocabularies(Lists lists, UnaryOperator<Lists> reading) {
        this.lists = lists;
        this.reading = reading;
    }

    /**
     * Takes over what the database holds now, where that is something else; nothing else ever changes the lists. Lists
     * that were not read from a database stay.
     */
    public synchronized void refresh() {
        lists = reading.apply(lists);
    }

    /** Equal as long as nothing of the lists has changed. */
    public Object state() {
        return lists;
    }

    /** In the current edition's order, those that are retired included. */
    public List<Term> terms(Vocabulary list) {
        return lists.terms(list);
    }

    /** The same without those that nobody is to choose any more. */
    public List<Term> offered(Vocabulary list) {
        Lists now = lists;
        return now.terms(list).stream()
                .filter(term -> !now.isRetired(term.id()))
                .toList();
    }

    /** Whether nobody is to choose it any more. */
    public boolean isRetired(TermId id) {
        return lists.isRetired(id);
    }

    /** All that nobody is to choose any more. */
    public Set<TermId> retired() {
        return lists.retired();
    }

    public Optional<Term> find(TermId id) {
        return lists.find(id);
    }

    public Optional<Term> find(Vocabulary list, String id) {
        return id.isBlank() ? Optional.empty() : find(new TermId(list, id));
    }

    /** The term of this name, or the one that the name is an alias of, in upper or lower case. */
    public Optional<Term> named(Vocabulary list, String name) {
        return lists.named(list, name);
    }

    /** Other names of a term, in the order of the alphabet. */
    public List<String> aliases(TermId id) {
        return lists.aliases(id);
    }

    /**
     * The term that people call so, upper and lower case being equal: by its name or an alias, else by its label in
     * either language, in the current edition before all others, else by a label that it had before.
     */
    public Optional<Term> called(Vocabulary list, String text) {
        return lists.called(list, text);
    }

    /**
     * The label in that language. Of a term that has left its list the one that it had there, or that of the term which
     * its name leads to; else the bare id.
     */
    public String label(TermId id, Locale language) {
        return lists.label(id).map(label -> label.in(language)).orElse(id.value());
    }

    public List<Criterion> criteria() {
        return lists.criteria();
    }

    public List<State> states() {
        return lists.states();
    }

    /** {@code DE-BY} and so on. */
    public Set<String> stateCodes() {
        return states().stream().map(state -> state.term().id().value()).collect(Collectors.toUnmodifiableSet());
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
