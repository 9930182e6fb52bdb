package org.praxisdatenbank.transfer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.vocabulary.Edits;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What to write instead of a name that is not known. */
final class Hints {
    /** A list up to this long is shown in full where no value is near. */
    private static final int SHOWN_IN_FULL = 16;

    private Hints() {}

    static String field(List<String> known, String name) {
        return Edits.closest(known, name)
                .map(near -> "did you mean \"" + near + "\"? Otherwise remove it")
                .orElseGet(() -> "remove it, or use one of " + String.join(", ", known));
    }

    static String term(Vocabularies vocabularies, Vocabulary list, String value) {
        Optional<Term> near = vocabularies
                .nearest(list, value)
                .filter(term -> isClose(term, value))
                .or(() -> vocabularies.terms(list).stream()
                        .filter(term -> isClose(term, value))
                        .findFirst());
        if (near.isPresent()) {
            return "did you mean \"" + near.get().id().value() + "\"?";
        }
        List<Term> terms = vocabularies.terms(list);
        return terms.size() > SHOWN_IN_FULL
                ? "use one that /api/v1/vocabularies lists under \"" + list.id() + "\""
                : "use one of " + terms.stream().map(term -> term.id().value()).collect(joining(", "));
    }

    private static boolean isClose(Term term, String value) {
        return Edits.areClose(term.id().value(), value)
                || Edits.areClose(term.label().german(), value)
                || Edits.areClose(term.label().english(), value);
    }
}
