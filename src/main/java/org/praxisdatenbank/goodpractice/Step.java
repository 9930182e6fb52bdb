package org.praxisdatenbank.goodpractice;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.praxisdatenbank.review.Standing;

/** What can be done with an assessment, and the one table of who may do it; what that does not name is refused. */
enum Step {
    /** Where it stands, the checklist, and what was said at each step. */
    SEE,
    /** Interview and description too, which are not published yet. */
    SEE_ALL,
    /** Answer the checklist. */
    FILL,
    /** Answer all that has been reached. */
    EDIT,
    /** To the next stage. */
    ADVANCE,
    /** To the stage before, with reasons. */
    BACK,
    /** By a second pair of eyes. */
    PUBLISH,
    /** Ends it, with reasons. */
    DECLINE;

    /** As in the database and in texts: {@code advance}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All that one of these may do at that stage. */
    static Set<Step> of(Collection<Standing> standings, Stage stage) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        standings.forEach(standing -> steps.addAll(
                switch (standing) {
                    case OWNER -> stage == Stage.CHECKLIST ? EnumSet.of(SEE, FILL) : EnumSet.of(SEE);
                    case ONLOOKER -> EnumSet.of(SEE, SEE_ALL);
                    case OFFICE, EDITOR -> ofReviewer(stage);
                }));
        return steps;
    }

    private static Set<Step> ofReviewer(Stage stage) {
        return switch (stage) {
            case CHECKLIST -> EnumSet.of(SEE, SEE_ALL, FILL, EDIT, ADVANCE, DECLINE);
            case INTERVIEW, DESCRIPTION -> EnumSet.of(SEE, SEE_ALL, FILL, EDIT, ADVANCE, BACK, DECLINE);
            case REVIEW -> EnumSet.of(SEE, SEE_ALL, BACK, PUBLISH, DECLINE);
            case PUBLISHED, DECLINED -> EnumSet.of(SEE, SEE_ALL);
        };
    }
}
