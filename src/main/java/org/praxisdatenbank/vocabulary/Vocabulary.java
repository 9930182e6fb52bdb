package org.praxisdatenbank.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** The closed lists, each with its id in the database, which is also the name of its facet in URLs. */
public enum Vocabulary {
    TYPE("type"),
    TOPIC("topic"),
    FIELD("field"),
    TARGET_GROUP("target_group"),
    AGE_GROUP("age_group"),
    SETTING("setting"),
    STATE("state"),
    CRITERION("criterion"),
    ORIGIN("origin");

    private final String id;

    Vocabulary(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Vocabulary> of(String id) {
        return Arrays.stream(values()).filter(list -> list.id.equals(id)).findFirst();
    }
}
