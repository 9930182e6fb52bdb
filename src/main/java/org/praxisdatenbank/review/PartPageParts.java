package org.praxisdatenbank.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.review.PartPage.Asked;
import org.praxisdatenbank.review.PartPage.AskedCriterion;
import org.praxisdatenbank.review.PartPage.Choice;
import org.praxisdatenbank.review.PartPage.Rival;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;

/**
 * Puts the questions of a part together.
 *
 * @param shown what the form holds
 * @param rivals what to choose of; null: nothing
 */
record PartPageParts(Frame frame, Vocabularies lists, Role role, Entered shown, Saving.@Nullable Clash rivals) {
    List<Asked> asked(Part part) {
        return Field.of(part).stream()
                .filter(field -> field != Field.CRITERIA)
                .map(this::asked)
                .toList();
    }

    List<AskedCriterion> criteria(Part part) {
        return Field.of(part).contains(Field.CRITERIA)
                ? lists.criteria().stream().map(this::asked).toList()
                : List.of();
    }

    private Asked asked(Field field) {
        String id = field.id();
        boolean isFixed = field == Field.PROVIDER && role == Role.PROVIDER;
        return switch (field.kind()) {
            case Field.Line line -> text(field, isFixed ? "fixed" : "line", line.longest());
            case Field.Lines lines -> text(field, "lines", lines.longest());
            case Field.Address address -> text(field, "line", address.longest());
            case Field.Day day ->
                new Asked(id, "line", 20, new PieceWords(frame, lists).day(shown.text(id)), List.of(), rival(id));
            case Field.One one -> new Asked(id, "one", 0, "", choices(one.list(), List.of(shown.text(id))), rival(id));
            case Field.Several several ->
                new Asked(id, "several", 0, "", choices(several.list(), shown.list(id)), rival(id));
            case Field.Criteria criteria -> throw new IllegalArgumentException("criteria are asked one by one");
        };
    }

    private Asked text(Field field, String kind, int longest) {
        return new Asked(field.id(), kind, longest, shown.text(field.id()), List.of(), rival(field.id()));
    }

    private List<Choice> choices(Vocabulary list, List<String> chosen) {
        Locale language = frame.language();
        return lists.terms(list).stream()
                .filter(term ->
                        !lists.isRetired(term.id()) || chosen.contains(term.id().value()))
                .map(term -> new Choice(
                        term.id().value(),
                        lists.isRetired(term.id())
                                ? frame.text("review.retired", term.label(language))
                                : term.label(language),
                        chosen.contains(term.id().value())))
                .toList();
    }

    private AskedCriterion asked(Criterion criterion) {
        String id = criterion.term().id().value();
        String piece = Entered.criterionPiece(id);
        return new AskedCriterion(
                id,
                criterion.term().label(frame.language()),
                levels(criterion, shown.has(piece), shown.ofCriterion(id, "level")),
                shown.ofCriterion(id, "note"),
                rival(piece));
    }

    private List<Choice> levels(Criterion criterion, boolean isNamed, String chosen) {
        List<Choice> levels = new ArrayList<>();
        levels.add(new Choice("", frame.text("review.level.not_named"), !isNamed));
        levels.add(new Choice("0", frame.text("review.level.none"), isNamed && chosen.isEmpty()));
        int steps = criterion.steps().orElse(Criterion.HIGHEST_LEVEL);
        for (int level = Criterion.LOWEST_LEVEL; level <= Criterion.HIGHEST_LEVEL; level++) {
            String number = String.valueOf(level);
            if (level <= steps || number.equals(chosen)) {
                levels.add(new Choice(number, LevelWords.of(frame, criterion, level), number.equals(chosen)));
            }
        }
        return levels;
    }

    private @Nullable Rival rival(String piece) {
        if (rivals == null || !rivals.merge().clashes().contains(piece)) {
            return null;
        }
        PieceWords words = new PieceWords(frame, lists);
        @Nullable String other = rivals.other();
        return new Rival(
                piece,
                words.name(piece),
                words.value(piece, rivals.draft().entered()),
                other == null ? frame.text("review.rival.somebody") : frame.text("review.rival", other));
    }
}
