package org.praxisdatenbank.transfer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.vocabulary.Edits;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What to write instead of a name that is not known. */
final class Hints {
    /** A list up to this long is shown in full where no value is near. */
    private static final int SHOWN_IN_FULL = 16;

    private Hints() {}

    /** @param suggestion what was probably meant; null: nothing comes close */
    record Hint(Said text, @Nullable String suggestion) {}

    static Hint field(List<String> known, String name) {
        return Edits.closest(known, name)
                .map(near -> new Hint(Said.of("finding.hint.field", near), near))
                .orElseGet(() -> new Hint(Said.of("finding.hint.fields", String.join(", ", known)), null));
    }

    static Hint term(Vocabularies vocabularies, Vocabulary list, String value) {
        Optional<Term> near = vocabularies
                .nearest(list, value)
                .filter(term -> isClose(term, value))
                .or(() -> vocabularies.terms(list).stream()
                        .filter(term -> isClose(term, value))
                        .findFirst());
        if (near.isPresent()) {
            String id = near.get().id().value();
            return new Hint(Said.of("finding.hint.term", id), id);
        }
        List<Term> terms = vocabularies.terms(list);
        Said others = terms.size() > SHOWN_IN_FULL
                ? Said.of("finding.hint.list", list.id())
                : Said.of(
                        "finding.hint.terms",
                        terms.stream().map(term -> term.id().value()).collect(joining(", ")));
        return new Hint(others, null);
    }

    private static boolean isClose(Term term, String value) {
        return Edits.areClose(term.id().value(), value)
                || Edits.areClose(term.label().german(), value)
                || Edits.areClose(term.label().english(), value);
    }
}
