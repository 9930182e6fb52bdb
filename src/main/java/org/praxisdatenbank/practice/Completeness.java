package org.praxisdatenbank.practice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** How many of the questions of the form an entry answers, in steps. */
public enum Completeness {
    /** Less than half. */
    BRIEF,
    /** Half or more. */
    PARTIAL,
    /** Three quarters or more. */
    DETAILED,
    /** All. */
    COMPLETE;

    private static final Map<String, Vocabulary> LISTS = Map.of(
            "states", Vocabulary.STATE,
            "target_groups", Vocabulary.TARGET_GROUP,
            "age_groups", Vocabulary.AGE_GROUP,
            "settings", Vocabulary.SETTING,
            "topic_areas", Vocabulary.TOPIC,
            "fields_of_action", Vocabulary.FIELD);

    /** What the form asks, by the names of the record format, in its order. */
    public static final List<String> QUESTIONS = List.of(
            "title",
            "type",
            "summary",
            "description",
            "provider",
            "place",
            "postal_code",
            "states",
            "target_groups",
            "age_groups",
            "settings",
            "topic_areas",
            "fields_of_action",
            "criteria",
            "start",
            "end",
            "website");

    public static Completeness of(Practice practice) {
        int answered = QUESTIONS.size() - missing(practice).size();
        if (answered == QUESTIONS.size()) {
            return COMPLETE;
        }
        if (4 * answered >= 3 * QUESTIONS.size()) {
            return DETAILED;
        }
        return 2 * answered >= QUESTIONS.size() ? PARTIAL : BRIEF;
    }

    /** The questions that it does not answer, in the order of the form. */
    public static List<String> missing(Practice practice) {
        return QUESTIONS.stream()
                .filter(question -> !isAnswered(question, practice))
                .toList();
    }

    private static boolean isAnswered(String question, Practice practice) {
        return switch (question) {
            case "description" -> practice.wording().description() != null;
            case "provider" -> practice.carrier().provider() != null;
            case "place" -> practice.carrier().place() != null;
            case "postal_code" -> practice.carrier().postalCode() != null;
            case "criteria" -> !practice.classification().criteria().isEmpty();
            case "start" -> practice.period().start() != null;
            case "end" -> practice.period().end() != null;
            case "website" -> practice.provenance().website() != null;
            default -> isListed(question, practice.classification());
        };
    }

    /** Title, type and summary are always there. */
    private static boolean isListed(String question, Classification classification) {
        @Nullable Vocabulary list = LISTS.get(question);
        return list == null || !classification.terms(list).isEmpty();
    }

    /** In addresses and texts: {@code partial}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
