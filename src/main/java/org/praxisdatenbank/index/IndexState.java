package org.praxisdatenbank.index;

/** What there is to search. */
public sealed interface IndexState {

    /** No index, or only a damaged one: one must be built. */
    record Missing() implements IndexState {}

    /** An index with other fields, analysis or labels: one must be built. */
    record OtherVersion(String generation) implements IndexState {}

    /**
     * An index that answers.
     *
     * @param documents practices in it
     * @param position in the change log: everything up to there is in it
     * @param origin of which database; empty: not told
     */
    record Ready(String generation, long documents, String position, String origin) implements IndexState {}
}
