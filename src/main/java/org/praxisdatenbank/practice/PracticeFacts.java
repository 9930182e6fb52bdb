package org.praxisdatenbank.practice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticePage.Entry;
import org.praxisdatenbank.practice.PracticePage.Fact;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.QueryString;

/** Makes the table of facts of a practice's page. */
record PracticeFacts(Frame frame, Practice practice, Vocabularies vocabularies) {
    /** What would end or nest the phrase that a provider's name becomes in a query text. */
    private static final String QUOTES = "[\"„“”«»]";

    List<Fact> all() {
        return Stream.of(
                        Stream.of(provider(), place(), states(), period()),
                        Stream.of(
                                terms("practice.target_groups", Vocabulary.TARGET_GROUP),
                                terms("practice.age_groups", Vocabulary.AGE_GROUP),
                                terms("practice.settings", Vocabulary.SETTING),
                                terms("practice.fields", Vocabulary.FIELD),
                                terms("practice.topics", Vocabulary.TOPIC)),
                        website())
                .flatMap(facts -> facts)
                .toList();
    }

    private Fact provider() {
        @Nullable String provider = practice.carrier().provider();
        return new Fact(
                "practice.provider",
                false,
                provider == null ? List.of() : List.of(new Entry(provider, carriedBy(provider), false)));
    }

    private static String carriedBy(String provider) {
        String name = provider.replaceAll(QUOTES, " ").strip();
        return "/suche?q=" + QueryString.encode("traeger:\"" + name + "\"");
    }

    private Fact place() {
        Carrier carrier = practice.carrier();
        String place = Stream.of(carrier.postalCode(), carrier.place())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
        return new Fact("practice.place", false, place.isEmpty() ? List.of() : List.of(Entry.plain(place)));
    }

    private Fact states() {
        List<Entry> states = entries(Vocabulary.STATE);
        return new Fact(
                "practice.states",
                !states.isEmpty(),
                states.isEmpty() ? List.of(Entry.plain(frame.text("practice.states.none"))) : states);
    }

    private Fact period() {
        List<Entry> lines = PeriodWords.lines(frame, practice.period()).stream()
                .map(Entry::plain)
                .toList();
        return new Fact("practice.period", true, lines);
    }

    private Fact terms(String textKey, Vocabulary list) {
        return new Fact(textKey, true, entries(list));
    }

    private List<Entry> entries(Vocabulary list) {
        return practice.classification().terms(list).stream().map(this::entry).toList();
    }

    private Entry entry(TermId term) {
        return new Entry(vocabularies.label(term, frame.language()), path(term), false);
    }

    /** A topic has a page of its own; every other term leads to the search for it. */
    private static String path(TermId term) {
        return term.vocabulary() == Vocabulary.TOPIC
                ? "/themen/" + term.value()
                : "/suche?" + term.vocabulary().id() + "=" + QueryString.encode(term.value());
    }

    private Stream<Fact> website() {
        return Stream.ofNullable(practice.provenance().website())
                .map(address ->
                        new Fact("practice.website", false, List.of(new Entry(withoutScheme(address), address, true))));
    }

    private static String withoutScheme(String address) {
        return address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
