package org.praxisdatenbank.vocabulary;

import java.util.Locale;

/** What people read, in both languages of the interface. */
public record Label(String german, String english) {

    /** English for English, German for every other language. */
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? english : german;
    }
}
