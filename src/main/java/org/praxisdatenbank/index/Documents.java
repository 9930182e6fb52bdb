package org.praxisdatenbank.index;

import java.util.HexFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.Completeness;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.Provenance;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Makes the document of a practice; safe for use by any thread. */
final class Documents {
    private final Labels labels;
    private final SuggestionTerms suggestions;
    private final Collation collation = new Collation();

    Documents(Vocabularies vocabularies, Analysis analysis) {
        labels = new Labels(vocabularies);
        suggestions = new SuggestionTerms(analysis);
    }

    Document of(StoredPractice stored) {
        return of(stored, CanonicalRecord.of(stored));
    }

    /** @param record of this practice, where it is made already */
    Document of(StoredPractice stored, CanonicalRecord record) {
        Document document = new Document();
        identity(document, record.proof());
        texts(document, stored.practice().wording());
        carrier(document, stored.practice().carrier());
        classification(document, stored.practice().classification());
        example(document, stored.practice().classification().goodPractice());
        period(document, stored.practice().period());
        provenance(document, stored.practice().provenance());
        document.add(new KeywordField(
                Fields.of(Facet.COMPLETENESS),
                Completeness.of(stored.practice()).id(),
                Store.NO));
        document.add(new StoredField(Fields.RECORD, record.bytes()));
        document.add(new NumericDocValuesField(Fields.CREATED, stored.created().toEpochMilli()));
        document.add(new NumericDocValuesField(Fields.UPDATED, stored.updated().toEpochMilli()));
        suggestions
                .of(stored.practice(), labels.german(stored.practice().classification()))
                .forEach(document::add);
        return document;
    }

    private static void identity(Document document, Proof proof) {
        String id = proof.id().value();
        document.add(new StringField(Fields.ID, id, Store.YES));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
        document.add(new StringField(Fields.PROOF, proofTerm(proof), Store.NO));
    }

    static BytesRef proofTerm(Proof proof) {
        BytesRef id = new BytesRef(proof.id().value());
        byte[] hash = HexFormat.of().parseHex(proof.hash());
        byte[] term = new byte[id.length + 1 + hash.length];
        System.arraycopy(id.bytes, id.offset, term, 0, id.length);
        System.arraycopy(hash, 0, term, id.length + 1, hash.length);
        return new BytesRef(term);
    }

    /** The inverse of what {@link #identity} puts into {@link Fields#PROOF}. */
    static Proof proof(BytesRef term) {
        int end = term.offset;
        while (term.bytes[end] != 0) {
            end++;
        }
        String id = new BytesRef(term.bytes, term.offset, end - term.offset).utf8ToString();
        return new Proof(new PracticeId(id), HexFormat.of().formatHex(term.bytes, end + 1, term.offset + term.length));
    }

    private void texts(Document document, Wording wording) {
        document.add(new Field(Fields.TITLE, wording.title(), Fields.TEXT));
        document.add(new SortedDocValuesField(Fields.TITLE_ORDER, collation.key(wording.title())));
        document.add(new Field(Fields.SUMMARY, wording.summary(), Fields.TEXT));
        @Nullable String description = wording.description();
        if (description != null) {
            document.add(new Field(Fields.DESCRIPTION, description, Fields.TEXT));
        }
    }

    private static void carrier(Document document, Carrier carrier) {
        if (carrier.provider() != null) {
            document.add(new KeywordField(
                    Fields.of(Facet.PROVIDER), carrier.provider().strip(), Store.NO));
            document.add(new Field(Fields.PROVIDER, carrier.provider(), Fields.TEXT));
        }
        if (carrier.place() != null) {
            document.add(new Field(Fields.PLACE, carrier.place(), Fields.TEXT));
            document.add(new StoredField(Fields.PLACE_NAME, carrier.place()));
        }
        if (carrier.postalCode() != null) {
            document.add(new Field(Fields.PLACE, carrier.postalCode(), Fields.TEXT));
            document.add(new StoredField(Fields.POSTAL_CODE, carrier.postalCode()));
        }
    }

    private void classification(Document document, Classification classification) {
        Labels.terms(classification).forEach(term -> term(document, term));
        classification.criteria().forEach(criterion -> levels(document, criterion));
        @Nullable Boolean passed = classification.goodPractice().passed();
        if (passed != null) {
            document.add(new KeywordField(Fields.of(Facet.GOOD_PRACTICE), passed.toString(), Store.NO));
            document.add(new StoredField(Fields.GOOD_PRACTICE, passed.toString()));
            if (passed) {
                document.add(new NumericDocValuesField(Fields.PASSED, 1));
            }
        }
        @Nullable Integer year = classification.goodPractice().year();
        if (year != null) {
            document.add(new StoredField(Fields.GOOD_PRACTICE_YEAR, year.toString()));
        }
    }

    private static void example(Document document, GoodPractice goodPractice) {
        @Nullable ExampleText description = goodPractice.description();
        if (description != null) {
            description.texts().forEach(text -> document.add(new Field(Fields.EXAMPLE, text, Fields.TEXT)));
        }
    }

    private void term(Document document, TermId term) {
        Facet.of(term.vocabulary().id())
                .ifPresent(facet -> document.add(new KeywordField(Fields.of(facet), term.value(), Store.NO)));
        if (Summaries.SHOWN.contains(term.vocabulary())) {
            document.add(new StoredField(Fields.TERM, term.toString()));
        }
        for (String label : labels.of(term)) {
            document.add(new Field(Fields.LABELS, label, Fields.TEXT));
            if (term.vocabulary() == Vocabulary.CRITERION) {
                document.add(new Field(Fields.CRITERION_LABELS, label, Fields.TEXT));
            }
            if (term.vocabulary() == Vocabulary.STATE) {
                document.add(new Field(Fields.STATE_LABELS, label, Fields.TEXT));
            }
        }
        if (term.vocabulary() == Vocabulary.STATE) {
            document.add(new Field(Fields.STATE_LABELS, term.value(), Fields.TEXT));
        }
    }

    private static void levels(Document document, Classification.Fulfilment criterion) {
        int reached = criterion.level() == null ? 0 : criterion.level();
        for (int level = 1; level <= reached; level++) {
            document.add(
                    new StringField(Fields.LEVEL, level(criterion.criterion().value(), level), Store.NO));
        }
    }

    static String level(String criterion, int level) {
        return criterion + ":" + level;
    }

    private static void period(Document document, Period period) {
        period.years().ifPresent(years -> {
            document.add(new IntRange(Fields.YEARS, new int[] {years.first()}, new int[] {years.last()}));
            document.add(new NumericDocValuesField(Fields.FIRST_YEAR, years.first()));
            document.add(new NumericDocValuesField(Fields.LAST_YEAR, years.last()));
        });
        if (period.start() != null) {
            document.add(new StoredField(Fields.START, period.start().text()));
        }
        switch (period.end()) {
            case null -> {}
            case Period.End.Open open -> end(document, Fields.OPEN, Long.MAX_VALUE);
            case Period.End.On on ->
                end(document, on.date().text(), on.date().last().toEpochDay());
        }
    }

    private static void provenance(Document document, Provenance provenance) {
        String origin = provenance.origin() == null ? "" : provenance.origin().value();
        document.add(new SortedDocValuesField(Fields.ORIGIN, new BytesRef(origin)));
        if (provenance.confirmed() != null) {
            long day = provenance.confirmed().toEpochDay();
            document.add(new LongPoint(Fields.CONFIRMED, day));
            document.add(new NumericDocValuesField(Fields.CONFIRMED, day));
        }
    }

    private static void end(Document document, String text, long day) {
        document.add(new StoredField(Fields.END, text));
        document.add(new LongPoint(Fields.END_DAY, day));
        document.add(new NumericDocValuesField(Fields.END_DAY, day));
    }
}
