package org.praxisdatenbank.review;

import static java.util.stream.Collectors.joining;

import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;

/** Says in the page's language what a piece is and what was entered in it. */
record PieceWords(Frame frame, Vocabularies lists) {
    String name(String piece) {
        return Entered.isCriterion(piece)
                ? frame.text("revision.criterion", label(Vocabulary.CRITERION, criterion(piece)))
                : frame.text("revision.field." + piece);
    }

    private static String criterion(String piece) {
        return piece.substring(piece.indexOf('.') + 1);
    }

    /** Says so where nothing is entered. */
    String value(String piece, Entered entered) {
        if (!entered.has(piece)) {
            return frame.text("review.nothing");
        }
        if (Entered.isCriterion(piece)) {
            return criterion(criterion(piece), entered);
        }
        return Field.of(piece).map(field -> value(field, entered)).orElseGet(() -> entered.text(piece));
    }

    private String criterion(String id, Entered entered) {
        String level = entered.ofCriterion(id, "level");
        String words = level.isEmpty() ? frame.text("review.level.none") : frame.text("practice.level", level);
        String note = entered.ofCriterion(id, "note");
        return note.isEmpty() ? words : words + ": " + note;
    }

    private String value(Field field, Entered entered) {
        String id = field.id();
        return switch (field.kind()) {
            case Field.Several several ->
                entered.list(id).stream()
                        .map(term -> label(several.list(), term))
                        .collect(joining(", "));
            case Field.One one -> label(one.list(), entered.text(id));
            case Field.Day day -> day(entered.text(id));
            case Field.Line line -> entered.text(id);
            case Field.Lines lines -> entered.text(id);
            case Field.Address address -> entered.text(id);
            case Field.Criteria criteria -> entered.text(id);
        };
    }

    /** As people write it in Germany, to be read again from a form; what is no date stays. */
    String day(String text) {
        if (text.equals("open")) {
            return frame.text("review.open");
        }
        return PartialDate.of(text)
                .map(date -> switch (text.length()) {
                    case 4 -> text;
                    case 7 -> text.substring(5) + "/" + text.substring(0, 4);
                    default -> text.substring(8) + "." + text.substring(5, 7) + "." + text.substring(0, 4);
                })
                .orElse(text);
    }

    private String label(Vocabulary list, String id) {
        return id.isBlank() ? "" : lists.label(new TermId(list, id), frame.language());
    }
}
