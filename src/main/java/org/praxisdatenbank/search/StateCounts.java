package org.praxisdatenbank.search;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.util.List;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.vocabulary.State;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/**
 * How many practices each state has, as template {@code site/states} shows it: a map, and the same as a list.
 *
 * @param states in the order of their names
 */
public record StateCounts(List<Row> states) {
    /** From so many practices on a state takes the next darker colour. */
    private static final List<Integer> STEPS = List.of(6, 10, 15);

    public StateCounts {
        states = List.copyOf(states);
    }

    /**
     * One state.
     *
     * @param id of its term, {@code DE-BY}
     * @param path of its page
     * @param step its colour on the map, 1 (fewest) to 4
     */
    public record Row(String id, String name, String path, long count, int step) {}

    /** @param practices everything, with the facet {@link Facet#STATE} counted */
    public static StateCounts of(PracticeList practices, Vocabularies vocabularies, Frame frame) {
        return new StateCounts(vocabularies.states().stream()
                .map(state -> row(
                        state, practices.count(Facet.STATE, state.term().id().value()), frame))
                .sorted(comparing(Row::name, Collator.getInstance(frame.language())))
                .toList());
    }

    private static Row row(State state, long count, Frame frame) {
        int step = 1 + (int) STEPS.stream().filter(from -> count >= from).count();
        return new Row(
                state.term().id().value(),
                state.term().label(frame.language()),
                "/laender/" + state.path(),
                count,
                step);
    }

    /** The state of that id. */
    public Row state(String id) {
        return states.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }
}
