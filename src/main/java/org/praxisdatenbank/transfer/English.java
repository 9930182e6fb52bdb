package org.praxisdatenbank.transfer;

import java.util.Locale;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.web.Texts;

/** The language of the command line; pages have the same texts in theirs. */
final class English {
    private static final Texts TEXTS = Texts.builtIn(Locale.ENGLISH);

    private English() {}

    static String of(Said said) {
        return TEXTS.get(said);
    }

    /** For whoever sits at a terminal; pages say it in their own language. */
    static Refused refused(String key, Object... arguments) {
        Said why = Said.of(key, arguments);
        return new Refused(of(why), why);
    }

    /** @param cause goes to the log only */
    static Refused refused(Throwable cause, String key, Object... arguments) {
        Said why = Said.of(key, arguments);
        return new Refused(of(why), why, cause);
    }
}
