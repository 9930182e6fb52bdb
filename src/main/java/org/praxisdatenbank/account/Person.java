package org.praxisdatenbank.account;

import java.util.Locale;

/**
 * Who somebody is. Personal data: never logged.
 *
 * @param name as they want to be called, 1 to 200 characters
 * @param email in lower case; what they sign in with
 */
public record Person(String name, String email) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_EMAIL = 254;

    public Person {
        name = name.strip();
        email = normal(email);
    }

    /** As it is compared: without blanks around it, in lower case. */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public boolean hasName() {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    /** Whether a mail may be sent there; whether it arrives only the mail itself can tell. */
    public boolean hasEmail() {
        return email.length() <= LONGEST_EMAIL && email.matches("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+");
    }

    @Override
    public String toString() {
        return "a person";
    }
}
