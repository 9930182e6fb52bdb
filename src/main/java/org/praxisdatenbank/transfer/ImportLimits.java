package org.praxisdatenbank.transfer;

/**
 * What an import takes in and gives out at most.
 *
 * @param findings findings kept for the report; all are counted
 * @param recordLength characters of one record as it stands in the file
 */
public record ImportLimits(int findings, int recordLength) {
    public static final ImportLimits DEFAULT = new ImportLimits(100, 1_000_000);

    public ImportLimits {
        if (findings < 1 || recordLength < 1) {
            throw new IllegalArgumentException("limits of an import are at least 1");
        }
    }
}
