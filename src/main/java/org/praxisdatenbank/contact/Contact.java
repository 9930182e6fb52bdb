package org.praxisdatenbank.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.web.Typed;

/**
 * Whom to ask about a practice, right or not. Personal data: never logged.
 *
 * @param phone empty: none
 */
public record Contact(Person person, String phone) {
    public static final Contact NONE = new Contact(new Person("", ""), "");
    static final int LONGEST_PHONE = 50;

    /** Fields that cannot be, each with the key of what is wrong; none: it can be kept. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!person.hasName()) {
            faults.put("name", "contact.name.wrong");
        }
        if (!person.hasEmail()) {
            faults.put("email", "account.email.wrong");
        }
        if (Typed.length(phone) > LONGEST_PHONE || !phone.matches("[\\d +()/.-]*")) {
            faults.put("phone", "contact.phone.wrong");
        }
        return faults;
    }

    @Override
    public String toString() {
        return "a contact";
    }
}
