package org.praxisdatenbank.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Provenance;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What the form asks, in its order; each is a field of the record format. */
enum Field {
    TITLE(Part.WHAT),
    TYPE(Part.WHAT),
    SUMMARY(Part.WHAT),
    DESCRIPTION(Part.WHAT),
    PROVIDER(Part.WHO),
    PLACE(Part.WHO),
    POSTAL_CODE(Part.WHO),
    STATES(Part.WHO),
    TARGET_GROUPS(Part.WHOM),
    AGE_GROUPS(Part.WHOM),
    SETTINGS(Part.WHOM),
    TOPIC_AREAS(Part.TOPICS),
    FIELDS_OF_ACTION(Part.TOPICS),
    CRITERIA(Part.TOPICS),
    START(Part.WHEN),
    END(Part.WHEN),
    WEBSITE(Part.WHEN);

    private final Part part;

    Field(Part part) {
        this.part = part;
    }

    /** How it is answered. */
    sealed interface Kind {}

    /** One line of text; longest in characters. */
    record Line(int longest) implements Kind {}

    /** A text; longest in characters. */
    record Lines(int longest) implements Kind {}

    /** A year, a month or a day. */
    record Day() implements Kind {}

    /** An address of the web; longest in characters. */
    record Address(int longest) implements Kind {}

    /** One of a list. */
    record One(Vocabulary list) implements Kind {}

    /** Several of a list, or none. */
    record Several(Vocabulary list) implements Kind {}

    /** The criteria, each with level and reason. */
    record Criteria() implements Kind {}

    /** As the record format calls it, and the texts and the form. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Part part() {
        return part;
    }

    Kind kind() {
        return switch (this) {
            case TITLE -> new Line(Wording.TITLE_LENGTH);
            case TYPE -> new One(Vocabulary.TYPE);
            case SUMMARY -> new Lines(Wording.SUMMARY_LENGTH);
            case DESCRIPTION -> new Lines(Wording.DESCRIPTION_LENGTH);
            case PROVIDER -> new Line(Carrier.PROVIDER_LENGTH);
            case PLACE -> new Line(Carrier.PLACE_LENGTH);
            case POSTAL_CODE -> new Line(5);
            case STATES -> new Several(Vocabulary.STATE);
            case TARGET_GROUPS -> new Several(Vocabulary.TARGET_GROUP);
            case AGE_GROUPS -> new Several(Vocabulary.AGE_GROUP);
            case SETTINGS -> new Several(Vocabulary.SETTING);
            case TOPIC_AREAS -> new Several(Vocabulary.TOPIC);
            case FIELDS_OF_ACTION -> new Several(Vocabulary.FIELD);
            case CRITERIA -> new Criteria();
            case START, END -> new Day();
            case WEBSITE -> new Address(Provenance.ADDRESS_LENGTH);
        };
    }

    static List<Field> of(Part part) {
        return Arrays.stream(values()).filter(field -> field.part == part).toList();
    }

    /** Empty: the form does not ask for it. */
    static Optional<Field> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
    }
}
