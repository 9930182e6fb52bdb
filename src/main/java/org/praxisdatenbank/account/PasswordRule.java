package org.praxisdatenbank.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;

/**
 * Which passwords may be chosen: long enough, and not among the common ones or made of them. No rule asks for digits or
 * signs (NIST SP 800-63B, 3.1.1.2; OWASP ASVS 5.0, 6.2).
 */
final class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    /** Guesses within which a password counts as common: as a power of ten. */
    private static final double EASY = 8;
    /** What is longer is judged by its beginning: the estimate takes ever longer. */
    private static final int JUDGED = 40;

    /** Read when the first password is chosen: no start needs these lists. */
    private static final class Lists {
        private static final Zxcvbn ESTIMATE = new Zxcvbn();
    }

    /** The key of the text that says what is wrong with it; empty: it may be chosen. */
    Optional<String> fault(String password, Person person) {
        String normal = Passwords.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            return Optional.of("account.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("account.password.long");
        }
        return isCommon(normal, person) ? Optional.of("account.password.common") : Optional.empty();
    }

    private boolean isCommon(String password, Person person) {
        String judged = password.substring(0, Math.min(password.length(), JUDGED));
        List<String> known = List.of(person.name(), person.email(), "praxisdatenbank", "gesundheit", "passwort");
        return Lists.ESTIMATE.measure(judged, known).getGuessesLog10() < EASY;
    }
}
