package org.praxisdatenbank.review;

import static org.praxisdatenbank.review.Step.DISCARD;
import static org.praxisdatenbank.review.Step.EDIT;
import static org.praxisdatenbank.review.Step.PUBLISH;
import static org.praxisdatenbank.review.Step.RECALL;
import static org.praxisdatenbank.review.Step.RESTORE;
import static org.praxisdatenbank.review.Step.RETURN;
import static org.praxisdatenbank.review.Step.SEE;
import static org.praxisdatenbank.review.Step.SUBMIT;
import static org.praxisdatenbank.review.Step.TAKE;
import static org.praxisdatenbank.review.Step.WITHDRAW;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The one table of who may do what at which stage of a practice's path; what it does not name is refused. */
final class Path {
    private Path() {}

    /** All that one of these may do with a practice at that stage. */
    static Set<Step> steps(Collection<Standing> standings, Stage stage) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        standings.forEach(standing -> steps.addAll(steps(standing, stage)));
        return steps;
    }

    private static Set<Step> steps(Standing standing, Stage stage) {
        return switch (standing) {
            case OWNER -> ofOwner(stage);
            case OFFICE -> ofOffice(stage);
            case ONLOOKER -> ofOnlooker(stage);
            case EDITOR -> ofEditor(stage);
        };
    }

    private static Set<Step> ofOwner(Stage stage) {
        return switch (stage) {
            case DRAFT, RETURNED -> EnumSet.of(SEE, EDIT, SUBMIT, DISCARD);
            case SUBMITTED -> EnumSet.of(SEE, RECALL);
            case IN_REVIEW, WITHDRAWN -> EnumSet.of(SEE);
            case PUBLISHED -> EnumSet.of(SEE, EDIT);
        };
    }

    /** What a provider is still writing is nobody else's business. */
    private static Set<Step> ofOffice(Stage stage) {
        return switch (stage) {
            case DRAFT -> EnumSet.noneOf(Step.class);
            case SUBMITTED -> EnumSet.of(SEE, TAKE, RETURN, PUBLISH);
            case IN_REVIEW -> EnumSet.of(SEE, EDIT, RETURN, PUBLISH);
            case RETURNED, WITHDRAWN -> EnumSet.of(SEE);
            case PUBLISHED -> EnumSet.of(SEE, EDIT, WITHDRAW);
        };
    }

    private static Set<Step> ofOnlooker(Stage stage) {
        return switch (stage) {
            case DRAFT, WITHDRAWN -> EnumSet.noneOf(Step.class);
            case SUBMITTED, IN_REVIEW, RETURNED, PUBLISHED -> EnumSet.of(SEE);
        };
    }

    private static Set<Step> ofEditor(Stage stage) {
        return switch (stage) {
            case DRAFT, RETURNED -> EnumSet.of(SEE, EDIT, SUBMIT, PUBLISH, DISCARD);
            case SUBMITTED -> EnumSet.of(SEE, TAKE, RETURN, PUBLISH);
            case IN_REVIEW -> EnumSet.of(SEE, EDIT, RETURN, PUBLISH);
            case PUBLISHED -> EnumSet.of(SEE, EDIT, WITHDRAW, RESTORE);
            case WITHDRAWN -> EnumSet.of(SEE, RESTORE);
        };
    }
}
