package org.praxisdatenbank.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells words, patterns and near spellings apart. */
final class Words {
    /** A number of edits, as other engines take it, is allowed and passed over. */
    private static final Pattern FUZZY = Pattern.compile("([^*?~]+)~[0-9]?");

    /** What is pasted from an address bar is full of question marks that are no wildcards. */
    private static final Pattern ADDRESS = Pattern.compile("://|^www\\.");

    private Words() {}

    /** @param text with a letter or digit in it, and no operator */
    static Clause clause(String text) {
        if (ADDRESS.matcher(text).find()) {
            return new Clause.Word(text);
        }
        Matcher fuzzy = FUZZY.matcher(text);
        if (fuzzy.matches() && Characters.hasLetter(fuzzy.group(1))) {
            return new Clause.Fuzzy(fuzzy.group(1));
        }
        String letters = GenderForm.withoutMarks(text);
        boolean isPattern = letters.indexOf('*') >= 0 || letters.indexOf('?') >= 0;
        return isPattern ? new Clause.Pattern(text) : new Clause.Word(text);
    }
}
