package org.praxisdatenbank.vocabulary;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The lists, each with its id in the database, which is also the name of its facet in URLs. */
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

    /** Those that admins may edit. The others are given by somebody else, and pages and rules depend on their values. */
    public static final Set<Vocabulary> EDITABLE =
            Collections.unmodifiableSet(EnumSet.of(TYPE, TOPIC, FIELD, TARGET_GROUP, AGE_GROUP, SETTING));

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
