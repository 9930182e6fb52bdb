package org.praxisdatenbank.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.ExampleText.InDepth;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson.RecordList;
import org.praxisdatenbank.practice.Provenance;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Draws all that the record format allows, with texts that hurt: formulas, separators, escapes, rare characters. */
final class RandomRecords {
    private static final List<String> IDS = List.of("eins", "zwei", "drei");
    static final Vocabularies LISTS = new Vocabularies(
            Stream.of(Vocabulary.values())
                    .flatMap(list -> IDS.stream()
                            .map(id -> new Term(
                                    new TermId(list, id),
                                    IDS.indexOf(id) + 1,
                                    new Label(id.toUpperCase(java.util.Locale.ROOT), id + " in English"),
                                    List.of())))
                    .toList(),
            List.of(),
            List.of());

    private static final List<String> PIECES = List.of(
            "=1+1",
            "+",
            "-",
            "@",
            "'",
            "''",
            "'=",
            "\"",
            "\"\"",
            ";",
            ",",
            "|",
            " | ",
            ":",
            "\\",
            "\\n",
            "\\p",
            "\\u0041",
            "_x0041_",
            "_x005F_",
            "_x",
            " ",
            "\u00A0",
            "\u2003",
            "a",
            "Ä",
            "ß",
            "😀",
            "\uFFFE",
            "\uFFFF",
            "\uFEFF",
            "\u0085",
            "\u2028",
            "<b>",
            "&amp;",
            "]]>",
            "sep=;",
            "#",
            "true",
            "1.0",
            "2005-01-01",
            "ja",
            "\u007F",
            "e\u0301");
    private static final List<String> LINES = List.of("\n", "\n\n", "\t", "\n=", "\n ");

    private static Arbitrary<String> text(List<String> pieces) {
        return Arbitraries.of(pieces)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<String> line() {
        return text(PIECES);
    }

    private static Arbitrary<String> lines() {
        return text(Stream.concat(PIECES.stream(), LINES.stream()).toList());
    }

    Arbitrary<Practice> practice() {
        Arbitrary<String> id = Arbitraries.of("-a-b", "abc", "1234", "---", "true", "2005-01-01", "1e10");
        Arbitrary<Wording> wording = Combinators.combine(line(), lines(), lines().injectNull(0.3))
                .as((title, summary, description) -> new Wording(title, summary, description));
        Arbitrary<Carrier> carrier = Combinators.combine(
                        line().injectNull(0.3),
                        line().injectNull(0.3),
                        Arbitraries.of("01067", "24937").injectNull(0.3))
                .as((provider, place, code) -> new Carrier(provider, place, code));
        return Combinators.combine(id, wording, carrier, classification(), period(), provenance())
                .as((name, words, by, classified, time, origin) ->
                        new Practice(new PracticeId(name), words, by, classified, time, origin));
    }

    private static Arbitrary<Classification> classification() {
        Arbitrary<List<TermId>> terms = Arbitraries.of(RecordList.values())
                .flatMap(list -> Arbitraries.of(IDS).map(id -> new TermId(list.vocabulary(), id)))
                .list()
                .uniqueElements()
                .ofMaxSize(8);
        Arbitrary<GoodPractice> passed = Arbitraries.of(
                GoodPractice.NOT_STATED,
                new GoodPractice(false, null),
                new GoodPractice(true, null),
                new GoodPractice(true, 2005));
        Arbitrary<GoodPractice> described = example().map(text -> new GoodPractice(true, 2005, text));
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        terms,
                        fulfilment().list().uniqueElements(Fulfilment::criterion),
                        Arbitraries.oneOf(passed, described))
                .as((type, all, criteria, good) ->
                        new Classification(new TermId(Vocabulary.TYPE, type), all, criteria, good));
    }

    private static Arbitrary<ExampleText> example() {
        Arbitrary<List<InDepth>> inDepth = Combinators.combine(Arbitraries.of(IDS), lines())
                .as((id, text) -> new InDepth(new TermId(Vocabulary.CRITERION, id), text))
                .list()
                .uniqueElements(InDepth::criterion)
                .ofMaxSize(3);
        return Combinators.combine(
                        lines().injectNull(0.2),
                        lines().injectNull(0.2),
                        inDepth,
                        lines().injectNull(0.4),
                        lines().injectNull(0.4))
                .as(ExampleText::new)
                .filter(text -> !text.isEmpty());
    }

    private static Arbitrary<Fulfilment> fulfilment() {
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        Arbitraries.integers().between(1, 5).injectNull(0.4),
                        lines().injectNull(0.4))
                .as((id, level, note) -> new Fulfilment(new TermId(Vocabulary.CRITERION, id), level, note));
    }

    private static Arbitrary<Period> period() {
        Arbitrary<String> date = Arbitraries.of(
                        "1900", "1900-01", "1900-01-01", "1900-02-28", "1900-03-01", "1999-12-31")
                .injectNull(0.3);
        Arbitrary<String> end = Arbitraries.of("2000", "2000-02", "2000-02-29", "2099-12-31", "open")
                .injectNull(0.3);
        return Combinators.combine(date, end).as(Period::of);
    }

    private static Arbitrary<Provenance> provenance() {
        Arbitrary<String> address = Arbitraries.of("https://a.de/?q=1;2,3&b=%22'#x", "http://müller.de")
                .injectNull(0.3);
        Arbitrary<LocalDate> day = Arbitraries.of(LocalDate.of(1900, 1, 1), LocalDate.of(2025, 3, 1))
                .injectNull(0.3);
        return Combinators.combine(address, address, Arbitraries.of(IDS).injectNull(0.3), day)
                .as((website, source, origin, confirmed) -> new Provenance(
                        website, source, origin == null ? null : new TermId(Vocabulary.ORIGIN, origin), confirmed));
    }

    private static GoodPractice longestExample() {
        String text = "\n".repeat(4_999) + "😀".repeat(5_001);
        List<InDepth> inDepth = IDS.stream()
                .map(id -> new InDepth(new TermId(Vocabulary.CRITERION, id), text))
                .toList();
        return new GoodPractice(true, 2005, new ExampleText(text, text, inDepth, text, text));
    }

    /** Every text as long as it may be, of characters that take two places each. */
    static Practice longest() {
        List<Fulfilment> criteria = new ArrayList<>();
        for (String id : IDS) {
            criteria.add(new Fulfilment(
                    new TermId(Vocabulary.CRITERION, id), 5, "\\".repeat(2_500) + "\n".repeat(2_499) + "😀"));
        }
        String title = "=" + "😀".repeat(Wording.TITLE_LENGTH - 1);
        String description = "x" + "😀".repeat(32_767) + " ".repeat(10_000) + "\uFFFF".repeat(7_232);
        return new Practice(
                new PracticeId("a".repeat(120)),
                new Wording(title, "\uFFFE".repeat(Wording.SUMMARY_LENGTH), description),
                new Carrier("ß".repeat(Carrier.PROVIDER_LENGTH), null, null),
                new Classification(new TermId(Vocabulary.TYPE, "eins"), List.of(), criteria, longestExample()),
                Period.UNKNOWN,
                Provenance.NOT_STATED);
    }
}
