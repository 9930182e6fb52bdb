package org.praxisdatenbank.sync;

import org.praxisdatenbank.index.IndexState;

/** What is done about an index that cannot be followed with; for the thread that follows. */
interface Upkeep {
    /** For commands: they refuse. */
    Upkeep NONE = new Upkeep() {
        @Override
        public void mend() {}

        @Override
        public void replace(IndexState.Ready index, OtherDatabase why) {
            throw why;
        }

        @Override
        public void rebuild(LostPlace why) {
            throw why;
        }
    };

    /** Checks the index where something speaks against it, and builds it anew where there is none that is whole. */
    void mend();

    /**
     * Builds the index anew from a database that is not the one it was made from.
     *
     * @throws OtherDatabase where a person must decide that
     */
    void replace(IndexState.Ready index, OtherDatabase why);

    /** Builds the index anew where the change log no longer reaches back to it. */
    void rebuild(LostPlace why);
}
