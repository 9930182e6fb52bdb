package org.praxisdatenbank.review;

import java.util.List;
import java.util.regex.Pattern;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.transfer.RecordCheck;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Typed;

/**
 * A part of the form as it was sent. Whatever was typed is taken as it is, so that nothing is lost; whether it is right the
 * check of the record tells.
 *
 * @param sent all fields with their values
 */
record PartForm(QueryString sent, Part part, Vocabularies lists, Viewer viewer) {
    /** Pieces that somebody else has changed to something else, among which one must choose. */
    static final String DISPUTED = "strittig";
    /** What was chosen of such a piece. */
    static final String CHOICE = "wahl.";

    static final String THEIRS = "andere";
    static final String MINE = "meine";
    static final String LEVEL = "level.";
    static final String NOTE = "note.";

    private static final Pattern BARE_ADDRESS =
            Pattern.compile("[\\w-]+(\\.[\\w-]+)+([/?#].*)?", Pattern.CASE_INSENSITIVE);

    /** Disputed pieces of which nothing was chosen. */
    List<String> undecided() {
        return all(DISPUTED).stream()
                .filter(piece -> !isTheirs(piece) && !one(CHOICE + piece).equals(MINE))
                .toList();
    }

    private boolean isTheirs(String piece) {
        return one(CHOICE + piece).equals(THEIRS);
    }

    /** With all that was typed; of disputed pieces that which was chosen. */
    Entered appliedTo(Entered before) {
        Entered after = before;
        for (Field field : Field.of(part)) {
            after = applied(field, after);
        }
        for (String piece : all(DISPUTED)) {
            if (isTheirs(piece)) {
                after = after.with(piece, before.pieces().get(piece));
            }
        }
        return after;
    }

    private Entered applied(Field field, Entered entered) {
        String id = field.id();
        if (field == Field.PROVIDER && viewer.role() == Role.PROVIDER) {
            return entered;
        }
        return switch (field.kind()) {
            case Field.Line line -> entered.with(id, Typed.line(one(id)));
            case Field.Lines lines -> entered.with(id, Typed.clean(one(id)));
            case Field.Day day -> entered.with(id, RecordCheck.date(Typed.line(one(id))));
            case Field.Address address -> entered.with(id, address(Typed.line(one(id))));
            case Field.One list ->
                mayStand(list.list(), Typed.line(one(id)), List.of(entered.text(id)))
                        ? entered.with(id, Typed.line(one(id)))
                        : entered;
            case Field.Several list ->
                entered.with(
                        id,
                        all(id).stream()
                                .filter(value -> mayStand(list.list(), value, entered.list(id)))
                                .toList());
            case Field.Criteria criteria -> criteria(entered);
        };
    }

    /** What nobody is to choose any more may stay. */
    private boolean mayStand(Vocabulary list, String value, List<String> before) {
        return value.isBlank() || before.contains(value) || !lists.isRetired(new TermId(list, value));
    }

    private Entered criteria(Entered entered) {
        Entered after = entered;
        for (Criterion criterion : lists.criteria()) {
            String id = criterion.term().id().value();
            String level = one(LEVEL + id);
            String note = Typed.clean(one(NOTE + id));
            boolean isNamed = level.matches("[0-5]");
            after = isNamed || !note.isEmpty()
                    ? after.withCriterion(id, isNamed ? Integer.parseInt(level) : 0, note)
                    : after.with(Entered.criterionPiece(id), "");
        }
        return after;
    }

    /** People leave out how an address begins, as browsers let them. */
    private static String address(String typed) {
        return BARE_ADDRESS.matcher(typed).matches() ? "https://" + typed : typed;
    }

    private String one(String name) {
        return sent.last(name).orElse("");
    }

    private List<String> all(String name) {
        return sent.all(name).stream().filter(value -> !value.isBlank()).toList();
    }
}
