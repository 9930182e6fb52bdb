package org.praxisdatenbank.curation;

import java.util.OptionalLong;

/** What came of an edit. */
public sealed interface Outcome {
    /** @param transaction to wait for until it is searchable; empty: nothing has changed */
    record Done(OptionalLong transaction) implements Outcome {}

    /** Somebody else has changed the list since the form was made; nothing was changed. */
    record Overtaken() implements Outcome {}
}
