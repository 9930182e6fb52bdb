package org.praxisdatenbank.region;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.region.StatePage.MunicipalityLine;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.search.StateCounts;
import org.praxisdatenbank.vocabulary.State;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.web.Frame;

/** Puts the pages of this package together. */
record RegionParts(Frame frame) {

    StatesPage states(StateCounts counts, List<Office> offices) {
        List<StatesPage.Row> rows = counts.states().stream()
                .map(state -> new StatesPage.Row(
                        state,
                        offices.stream()
                                .filter(office -> office.state().value().equals(state.id()))
                                .map(RegionParts::hostAndCity)
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new StatesPage(frame, counts, rows);
    }

    private static String hostAndCity(Office office) {
        return Stream.of(office.host(), office.city())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(", "));
    }

    StatePage state(State state, @Nullable Office office, PracticeList practices, List<Municipality> municipalities) {
        String inState = frame.text(inStateKey(state), name(state));
        return new StatePage(
                frame,
                inState,
                lead(inState, practices) + " " + frame.text("region.state.municipalities", municipalities.size()),
                office,
                practices,
                sorted(municipalities).map(this::line).toList());
    }

    private String lead(String inState, PracticeList practices) {
        long examples = practices.count(Facet.GOOD_PRACTICE, "true");
        return examples == 0
                ? frame.text("region.state.lead", practices.total(), inState)
                : frame.text(
                        "region.state.lead.examples",
                        practices.total(),
                        inState,
                        frame.text("region.state.examples", examples));
    }

    private MunicipalityLine line(Municipality municipality) {
        String kind = frame.text(municipality.kind().textKey());
        @Nullable Integer joined = municipality.joined();
        return new MunicipalityLine(
                municipality.name(),
                joined == null ? kind : frame.text("region.municipality.since", kind, String.valueOf(joined)));
    }

    MunicipalitiesPage municipalities(List<State> states, List<Municipality> municipalities) {
        List<MunicipalitiesPage.OfState> groups = states.stream()
                .map(state -> new MunicipalitiesPage.OfState(
                        path(state),
                        name(state),
                        sorted(municipalities)
                                .filter(one -> one.state().equals(id(state)))
                                .map(this::row)
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new MunicipalitiesPage(frame, municipalities.size(), groups);
    }

    private MunicipalitiesPage.Row row(Municipality municipality) {
        @Nullable Integer joined = municipality.joined();
        return new MunicipalitiesPage.Row(
                municipality.name(),
                frame.text(municipality.kind().textKey()),
                joined == null ? null : String.valueOf(joined),
                municipality.focus().isEmpty() ? null : String.join("; ", municipality.focus()));
    }

    /** Key of "in Bayern": German speaks of one state with an article. */
    static String inStateKey(State state) {
        return state.path().equals("saarland") ? "region.in.saarland" : "region.in";
    }

    private static Stream<Municipality> sorted(List<Municipality> municipalities) {
        return municipalities.stream().sorted(comparing(Municipality::name, Collator.getInstance(Locale.GERMAN)));
    }

    private String name(State state) {
        return state.term().label(frame.language());
    }

    private static String path(State state) {
        return "/laender/" + state.path();
    }

    private static TermId id(State state) {
        return state.term().id();
    }
}
