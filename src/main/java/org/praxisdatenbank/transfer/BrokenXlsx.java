package org.praxisdatenbank.transfer;

import java.io.IOException;
import org.praxisdatenbank.problem.Said;

/** A workbook is not what it should be; the message says what is wrong with it. */
final class BrokenXlsx extends IOException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never written anywhere
    private final Said wrong;

    BrokenXlsx(String key, Object... arguments) {
        this(Said.of(key, arguments));
    }

    BrokenXlsx(Said wrong) {
        super(English.of(wrong));
        this.wrong = wrong;
    }

    Said wrong() {
        return wrong;
    }
}
