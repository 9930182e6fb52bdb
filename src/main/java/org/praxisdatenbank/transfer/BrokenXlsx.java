package org.praxisdatenbank.transfer;

import java.io.IOException;

/** A workbook is not what it should be; the message says what is wrong with it. */
final class BrokenXlsx extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenXlsx(String message) {
        super(message);
    }
}
