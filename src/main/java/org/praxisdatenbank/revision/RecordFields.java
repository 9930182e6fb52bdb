package org.praxisdatenbank.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The fields of the record format in their order; all of them but the id, which never changes. */
final class RecordFields {
    static final List<String> ALL = List.of(
            "type",
            "title",
            "summary",
            "description",
            "provider",
            "place",
            "postal_code",
            "states",
            "topic_areas",
            "fields_of_action",
            "target_groups",
            "age_groups",
            "settings",
            "criteria",
            "good_practice",
            "good_practice_year",
            RecordDifference.DESCRIPTION,
            "start",
            "end",
            "website",
            "source_url",
            "origin",
            "confirmed");

    private RecordFields() {}

    /** Those given, in the order of the record. */
    static List<String> inOrder(Collection<String> fields) {
        return fields.stream().sorted(Comparator.comparingInt(ALL::indexOf)).toList();
    }
}
