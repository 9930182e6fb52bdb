package org.praxisdatenbank.progress;

/** Is told how far the work has come. Used by one thread. */
public interface Progress extends AutoCloseable {
    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void advance(long steps) {}

        @Override
        public void close() {}
    };

    /**
     * A part of the work begins; the one before is over.
     *
     * @param name one word or two: {@code import}
     * @param total steps it will take; -1: unknown
     */
    void phase(String name, long total);

    /** So many more steps of this phase are done. */
    void advance(long steps);

    @Override
    void close();
}
