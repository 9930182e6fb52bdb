package org.praxisdatenbank.practice;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * Where the practice stands in the closed lists.
 *
 * @param type a term of {@link Vocabulary#TYPE}
 * @param terms topics, fields of action, target groups, age groups, settings and states; list after list, each in the
 *     order it was given; none twice. No state: nation-wide or not stated
 * @param criteria the criteria it fulfils, none twice
 */
public record Classification(TermId type, List<TermId> terms, List<Fulfilment> criteria, GoodPractice goodPractice) {
    public Classification {
        terms = terms.stream().sorted(Comparator.comparing(TermId::vocabulary)).toList();
        criteria = List.copyOf(criteria);
        if (new HashSet<>(terms).size() < terms.size()) {
            throw new IllegalArgumentException("a term is given twice");
        }
    }

    /** The terms of one list, in their order. */
    public List<TermId> terms(Vocabulary list) {
        return terms.stream().filter(term -> term.vocabulary() == list).toList();
    }

    /**
     * How far a criterion is fulfilled.
     *
     * @param criterion a term of {@link Vocabulary#CRITERION}
     * @param level 1 (lowest) to 5; null: not stated
     * @param note the reason, up to 5,000 characters; null: not stated
     */
    public record Fulfilment(TermId criterion, @Nullable Integer level, @Nullable String note) {
        public static final int NOTE_LENGTH = 5_000;

        public Fulfilment {
            Checks.text("note", note, NOTE_LENGTH);
            if (level != null && (level < Criterion.LOWEST_LEVEL || level > Criterion.HIGHEST_LEVEL)) {
                throw new IllegalArgumentException("a level must be 1 to 5");
            }
        }
    }

    /**
     * Whether it passed the Good Practice selection.
     *
     * @param passed null: not stated
     * @param year when it was published as an example; null: not stated, always null where it did not pass
     * @param description what others can learn from it; null: nothing is published of it, always null where it did not
     *     pass
     */
    public record GoodPractice(@Nullable Boolean passed, @Nullable Integer year, @Nullable ExampleText description) {
        public static final int EARLIEST = 1990;
        public static final int LATEST = 2100;

        public static final GoodPractice NOT_STATED = new GoodPractice(null, null);

        public GoodPractice {
            if (description != null && !Boolean.TRUE.equals(passed)) {
                throw new IllegalArgumentException("only what has passed is described as an example");
            }
        }

        /** Without a description. */
        public GoodPractice(@Nullable Boolean passed, @Nullable Integer year) {
            this(passed, year, null);
        }

        public boolean isExample() {
            return Boolean.TRUE.equals(passed);
        }
    }
}
