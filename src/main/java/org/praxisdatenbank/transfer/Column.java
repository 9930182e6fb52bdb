package org.praxisdatenbank.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.praxisdatenbank.vocabulary.Edits;

/** The columns of a table: the fields of the record format in its order, and what people call them. */
enum Column {
    ID("id", "Kennung", "Identifier"),
    TYPE("type", "Art des Angebots", "Type of practice", "Art", "Typ"),
    TITLE("title", "Titel", "Title", "Name"),
    SUMMARY("summary", "Kurzbeschreibung", "Summary", "Zusammenfassung"),
    DESCRIPTION("description", "Beschreibung", "Description"),
    PROVIDER("provider", "Träger", "Provider", "Projektträger", "Trägerin"),
    PLACE("place", "Ort", "Place"),
    POSTAL_CODE("postal_code", "Postleitzahl", "Postal code", "PLZ", "Postcode"),
    STATES("states", "Bundesländer", "States", "Bundesland", "State", "Land"),
    TOPIC_AREAS("topic_areas", "Themenbereiche", "Topic areas", "Themenbereich", "Topic area", "Themen"),
    FIELDS_OF_ACTION("fields_of_action", "Handlungsfelder", "Fields of action", "Handlungsfeld", "Field of action"),
    TARGET_GROUPS("target_groups", "Zielgruppen", "Target groups", "Zielgruppe", "Target group"),
    AGE_GROUPS("age_groups", "Altersgruppen", "Age groups", "Altersgruppe", "Age group"),
    SETTINGS("settings", "Lebenswelten", "Settings", "Lebenswelt", "Setting"),
    CRITERIA("criteria", "Kriterien guter Praxis", "Good practice criteria", "Kriterien", "Kriterium guter Praxis"),
    GOOD_PRACTICE("good_practice", "Good-Practice-Beispiel", "Good practice example", "Good Practice"),
    GOOD_PRACTICE_YEAR("good_practice_year", "Good-Practice-Jahr", "Good practice year"),
    GOOD_PRACTICE_DESCRIPTION("good_practice_description", "Good-Practice-Beschreibung", "Good practice description"),
    START("start", "Beginn", "Start", "Anfang"),
    END("end", "Abschluss", "End", "Ende"),
    WEBSITE("website", "Website", "Website", "Webseite", "Internetadresse"),
    SOURCE_URL("source_url", "Quelle", "Source", "Quelladresse"),
    ORIGIN("origin", "Herkunft", "Origin"),
    CONFIRMED("confirmed", "Zuletzt bestätigt", "Last confirmed", "Bestätigt am", "Bestätigt");

    /** Without these no record can be taken. */
    static final List<Column> REQUIRED = List.of(ID, TYPE, TITLE, SUMMARY);

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
    private final List<String> names;

    Column(String field, String... names) {
        this.field = field;
        this.names = List.of(names);
    }

    /** In the record format; an export names its columns so. */
    String field() {
        return field;
    }

    /** What German pages call it. */
    String german() {
        return names.get(0);
    }

    /** What English pages call it. */
    String english() {
        return names.get(1);
    }

    static List<String> fields() {
        return Arrays.stream(values()).map(Column::field).toList();
    }

    static Optional<Column> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }

    /** Upper and lower case, blanks, hyphens and the spelling of umlauts do not matter. */
    static Optional<Column> named(String name) {
        String wanted = folded(name);
        return Arrays.stream(values())
                .filter(column -> column.allNames().map(Column::folded).anyMatch(wanted::equals))
                .findFirst();
    }

    /** The name of the column that was most likely meant. */
    static Optional<String> nearest(String name) {
        List<String> known =
                Arrays.stream(values()).flatMap(Column::allNames).distinct().toList();
        return Edits.closest(known, name.strip());
    }

    private Stream<String> allNames() {
        return Stream.concat(Stream.of(field), names.stream());
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
