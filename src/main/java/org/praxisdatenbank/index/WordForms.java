package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.WordForm;
import org.praxisdatenbank.german.WordForm.Part;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Language.Form;

/** Tells what the words of a clause are to the search; one with hyphens in its pieces and as a whole. */
record WordForms(German german) {

    /** None of a pattern. */
    List<Form> of(Clause clause) {
        return switch (clause) {
            case Clause.InField in -> of(in.clause());
            case Clause.Word word -> forms(word.text());
            case Clause.Phrase phrase -> forms(phrase.text());
            case Clause.Fuzzy fuzzy -> forms(fuzzy.text());
            default -> List.of();
        };
    }

    private List<Form> forms(String text) {
        return Written.in(text).stream()
                .flatMap(word -> Stream.concat(word.pieces().stream(), word.joined().stream()))
                .map(this::form)
                .toList();
    }

    private Form form(Piece piece) {
        WordForm form = german.form(piece.text());
        return new Form(
                piece.text(),
                form.normal(),
                form.base(),
                form.stem(),
                divided(piece.text(), form),
                german.isStopWord(piece.text()));
    }

    /** The parts, and the links that belong to none. */
    private static List<String> divided(String text, WordForm form) {
        String lower = text.toLowerCase(Locale.GERMAN);
        String word = lower.length() == text.length() ? text : lower;
        List<String> divided = new ArrayList<>();
        int written = 0;
        for (Part part : form.parts()) {
            if (written < part.start()) {
                divided.add(word.substring(written, part.start()));
            }
            divided.add(word.substring(Math.max(written, part.start()), part.end()));
            written = part.end();
        }
        return divided;
    }
}
