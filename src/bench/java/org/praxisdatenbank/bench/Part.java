package org.praxisdatenbank.bench;

/** One of the things that are measured. */
interface Part {
    /** Adds its rows. */
    void run(Table table) throws Exception;
}
