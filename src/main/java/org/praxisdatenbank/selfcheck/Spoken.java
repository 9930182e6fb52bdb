package org.praxisdatenbank.selfcheck;

import org.praxisdatenbank.web.Frame;

/** Answers in words. */
final class Spoken {
    private Spoken() {}

    /** The name of the criterion. */
    static String name(Answer answer, Frame frame) {
        return answer.criterion().term().label(frame.language());
    }

    /** How far it is: {@code Stufe 2 von 5}. */
    static String stage(Answer answer, Frame frame) {
        return switch (answer.stage()) {
            case Stage.Open open -> frame.text("selfcheck.open");
            case Stage.NotBegun notBegun -> frame.text("selfcheck.not_begun");
            case Stage.Reached reached -> frame.text("practice.level.of", reached.level(), answer.levels());
            case Stage.NotApplicable notApplicable -> frame.text("selfcheck.not_applicable");
        };
    }

    /** The German address of the criterion's page. */
    static String path(Answer answer) {
        return "/kriterien/" + answer.id();
    }
}
