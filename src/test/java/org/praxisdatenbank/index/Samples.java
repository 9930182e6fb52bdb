package org.praxisdatenbank.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.ExampleText.InDepth;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.Provenance;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Practices made up for tests, with vocabularies whose ids are also those of the migrations. */
@NullMarked
public final class Samples {
    /** Made once, for it reads its lists. */
    public static final German GERMAN = new German();

    /** Day of all samples unless they say otherwise. */
    public static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    public static final Vocabularies VOCABULARIES = new Vocabularies(
            List.of(
                    term(Vocabulary.TYPE, 1, "project", "Projekt", "Project"),
                    term(Vocabulary.TYPE, 2, "programme", "Programm", "Programme"),
                    term(Vocabulary.TYPE, 3, "network", "Netzwerk", "Network"),
                    term(Vocabulary.TOPIC, 1, "quartier", "Quartier", "Neighbourhood"),
                    term(Vocabulary.TOPIC, 2, "arbeitslose", "Arbeitslose", "Unemployed people"),
                    term(Vocabulary.TOPIC, 3, "aeltere", "Ältere Menschen", "Older people"),
                    term(Vocabulary.STATE, 1, "DE-BY", "Bayern", "Bavaria"),
                    term(Vocabulary.STATE, 2, "DE-BE", "Berlin", "Berlin"),
                    term(Vocabulary.STATE, 3, "DE-NW", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
                    term(Vocabulary.STATE, 4, "DE-TH", "Thüringen", "Thuringia"),
                    term(Vocabulary.CRITERION, 1, "partizipation", "Partizipation", "Participation"),
                    term(Vocabulary.CRITERION, 2, "empowerment", "Empowerment", "Empowerment"),
                    term(Vocabulary.CRITERION, 3, "setting-ansatz", "Setting-Ansatz", "Settings approach"),
                    term(Vocabulary.FIELD, 1, "bewegung", "Bewegung", "Physical activity"),
                    term(Vocabulary.FIELD, 2, "ernaehrung", "Ernährung", "Nutrition"),
                    term(Vocabulary.SETTING, 1, "familie", "Familie", "Family")),
            List.of(),
            List.of());

    private final String id;
    private Wording wording;
    private Carrier carrier = new Carrier(null, null, null);
    private final List<TermId> terms = new ArrayList<>();
    private final List<Fulfilment> criteria = new ArrayList<>();
    private TermId type = new TermId(Vocabulary.TYPE, "project");
    private GoodPractice goodPractice = GoodPractice.NOT_STATED;
    private Period period = Period.UNKNOWN;
    private @Nullable LocalDate confirmed;
    private @Nullable String website;
    private long version = 1;
    private Instant created = CREATED;
    private Instant updated = CREATED;

    private Samples(String id) {
        this.id = id;
        this.wording = new Wording("Titel " + id, "Zusammenfassung.", null);
    }

    private static Term term(Vocabulary list, int position, String id, String german, String english) {
        return new Term(new TermId(list, id), position, new Label(german, english), List.of());
    }

    public static Samples practice(String id) {
        return new Samples(id);
    }

    public Samples titled(String title) {
        wording = new Wording(title, wording.summary(), wording.description());
        return this;
    }

    public Samples summary(String summary) {
        wording = new Wording(wording.title(), summary, wording.description());
        return this;
    }

    public Samples description(String description) {
        wording = new Wording(wording.title(), wording.summary(), description);
        return this;
    }

    public Samples by(@Nullable String provider, @Nullable String place) {
        carrier = new Carrier(provider, place, null);
        return this;
    }

    public Samples type(String value) {
        type = new TermId(Vocabulary.TYPE, value);
        return this;
    }

    public Samples with(Vocabulary list, String... values) {
        for (String value : values) {
            terms.add(new TermId(list, value));
        }
        return this;
    }

    public Samples criterion(String criterion, @Nullable Integer level) {
        criteria.add(new Fulfilment(new TermId(Vocabulary.CRITERION, criterion), level, null));
        return this;
    }

    public Samples goodPractice(@Nullable Boolean passed) {
        goodPractice = new GoodPractice(passed, null);
        return this;
    }

    /** A Good Practice example that is described; the second text is about a criterion. */
    public Samples example(String background, String inDepth) {
        InDepth criterion = new InDepth(new TermId(Vocabulary.CRITERION, "empowerment"), inDepth);
        goodPractice =
                new GoodPractice(true, 2020, new ExampleText(background, null, List.of(criterion), null, "Ein Buch."));
        return this;
    }

    /** @param end a date, {@code open}, or null */
    public Samples running(@Nullable String start, @Nullable String end) {
        period = Period.of(start, end);
        return this;
    }

    /** @param day null: not stated */
    public Samples confirmed(@Nullable LocalDate day) {
        confirmed = day;
        return this;
    }

    /** With a description, a place, a postal code and a website, too. */
    public Samples detailed() {
        wording = new Wording(wording.title(), wording.summary(), "Wir treffen uns.");
        carrier = new Carrier(carrier.provider(), "Kiel", "24103");
        website = "https://example.org/";
        return this;
    }

    public Samples version(long version) {
        this.version = version;
        return this;
    }

    public Samples created(Instant created) {
        this.created = created;
        return this;
    }

    public Samples updated(Instant updated) {
        this.updated = updated;
        return this;
    }

    public Practice practice() {
        return new Practice(
                new PracticeId(id),
                wording,
                carrier,
                new Classification(type, terms, criteria, goodPractice),
                period,
                new Provenance(website, null, null, confirmed));
    }

    public StoredPractice stored() {
        return new StoredPractice(practice(), version, created, updated);
    }
}
