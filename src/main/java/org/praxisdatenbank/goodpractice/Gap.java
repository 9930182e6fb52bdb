package org.praxisdatenbank.goodpractice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Typed;

/**
 * What keeps a part from being complete.
 *
 * @param question to which it leads
 * @param why last part of the key of its text
 * @param criterion id; null: it is about none
 */
record Gap(Part part, String question, String why, @Nullable String criterion) {
    /** In each Good Practice example: the three that all must fulfil, and so many others. */
    static final int MORE_CRITERIA = 2;

    /** Criteria that a description goes into. */
    static final int IN_DEPTH = 3;

    static final int LONGEST = ExampleText.LENGTH;

    /** All of a part, in the order of its questions. */
    static List<Gap> of(Part part, Answers answers, Vocabularies lists) {
        List<Gap> gaps = new ArrayList<>();
        switch (part) {
            case CHECKLIST -> lists.criteria().forEach(criterion -> addFulfilment(gaps, criterion, answers));
            case INTERVIEW -> addInterview(gaps, answers);
            case DESCRIPTION -> addDescription(gaps, answers, lists);
        }
        if (part == Part.CHECKLIST && gaps.isEmpty()) {
            addMinimum(gaps, answers, lists);
        }
        for (String question : part.questions(lists)) {
            int longest = question.startsWith(Part.REASON) ? Fulfilment.NOTE_LENGTH : LONGEST;
            if (Typed.length(answers.text(question)) > longest) {
                gaps.add(new Gap(part, question, question.startsWith(Part.REASON) ? "long_reason" : "long", null));
            }
        }
        return gaps;
    }

    private static void addFulfilment(List<Gap> gaps, Criterion criterion, Answers answers) {
        String id = Part.id(criterion);
        if (!answers.text(Part.LEVEL + id).matches("[0-5]")) {
            gaps.add(new Gap(Part.CHECKLIST, Part.LEVEL + id, "level", id));
        } else if (answers.level(id) > 0) {
            for (String question : List.of(Part.REASON, Part.EVIDENCE)) {
                if (!answers.has(question + id)) {
                    gaps.add(new Gap(Part.CHECKLIST, question + id, question.substring(0, question.length() - 1), id));
                }
            }
        }
    }

    private static void addMinimum(List<Gap> gaps, Answers answers, Vocabularies lists) {
        List<Criterion> basic =
                lists.criteria().stream().filter(Criterion::isBasic).toList();
        basic.stream()
                .map(Part::id)
                .filter(id -> answers.level(id) == 0)
                .forEach(id -> gaps.add(new Gap(Part.CHECKLIST, Part.LEVEL + id, "basic", id)));
        long others = answers.fulfilled(lists).size()
                - basic.stream()
                        .filter(criterion -> answers.level(Part.id(criterion)) > 0)
                        .count();
        if (others < MORE_CRITERIA) {
            String first = lists.criteria().stream()
                    .filter(criterion -> !criterion.isBasic() && answers.level(Part.id(criterion)) == 0)
                    .map(Part::id)
                    .findFirst()
                    .orElseThrow();
            gaps.add(new Gap(Part.CHECKLIST, Part.LEVEL + first, "more", null));
        }
    }

    private static void addInterview(List<Gap> gaps, Answers answers) {
        for (String question : Part.INTERVIEW.before()) {
            if (!answers.has(question)) {
                gaps.add(new Gap(Part.INTERVIEW, question, question, null));
            } else if (question.equals(Part.DAY) && !isDay(answers.text(question))) {
                gaps.add(new Gap(Part.INTERVIEW, question, "no_day", null));
            }
        }
    }

    /** @param text as it is kept: {@code 2026-11-22} */
    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void addDescription(List<Gap> gaps, Answers answers, Vocabularies lists) {
        for (String question : List.of("background", "approach", "lessons")) {
            if (!answers.has(question)) {
                gaps.add(new Gap(Part.DESCRIPTION, question, question, null));
            }
        }
        List<String> inDepth = lists.criteria().stream()
                .map(Part::id)
                .filter(id -> answers.has(Part.DEPTH + id))
                .toList();
        inDepth.stream()
                .filter(id -> answers.level(id) == 0)
                .forEach(id -> gaps.add(new Gap(Part.DESCRIPTION, Part.DEPTH + id, "not_fulfilled", id)));
        if (inDepth.size() != IN_DEPTH) {
            String first = answers.fulfilled(lists).stream().findFirst().orElse("");
            gaps.add(new Gap(Part.DESCRIPTION, Part.DEPTH + first, "in_depth", null));
        }
    }
}
