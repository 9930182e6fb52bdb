package org.praxisdatenbank.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;

/** What differs between two states of a practice in one field of the record format. */
public sealed interface FieldChange {
    /** Its name in the record format. */
    String field();

    /**
     * A field with one value, as the record format writes it.
     *
     * @param before null: not stated
     * @param after likewise
     */
    record OfValue(String field, @Nullable String before, @Nullable String after) implements FieldChange {}

    /** A text; one that was not there before, or is there no more, differs in all of it. */
    record OfText(String field, List<Fragment> fragments) implements FieldChange {
        public OfText {
            fragments = List.copyOf(fragments);
        }
    }

    /** A list of ids, each in the order of its list. None of both: only the order is another. */
    record OfList(String field, List<String> removed, List<String> added) implements FieldChange {
        public OfList {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }
    }

    /**
     * A criterion.
     *
     * @param before null: it was not named
     * @param after null: it is named no more
     * @param note what differs between the reasons; empty: nothing
     */
    record OfCriterion(String criterion, @Nullable Fulfilment before, @Nullable Fulfilment after, List<Fragment> note)
            implements FieldChange {
        public OfCriterion {
            note = List.copyOf(note);
        }

        @Override
        public String field() {
            return RecordDifference.CRITERIA;
        }
    }
}
