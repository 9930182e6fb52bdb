package org.praxisdatenbank.selfcheck;

import java.time.LocalDate;
import java.util.List;
import org.praxisdatenbank.web.Frame;

/**
 * The answers as plain text, for any editor and any screen reader.
 *
 * @param today the day it is made on
 */
record AnswerText(Frame frame, LocalDate today) {

    String write(SelfCheck check) {
        StringBuilder text = new StringBuilder();
        line(text, frame.text("selfcheck.title"));
        if (!check.name().isEmpty()) {
            line(text, check.name());
        }
        line(text, frame.text("selfcheck.made", frame.date(today)));
        line(text, frame.text("selfcheck.given", check.given(), check.answers().size()));
        for (Answer answer : check.answers()) {
            line(text, "");
            write(text, answer);
        }
        names(text, frame.text("selfcheck.strong"), check.strong());
        names(text, frame.text("selfcheck.weak"), check.weak());
        line(text, "");
        line(text, frame.text("selfcheck.again", frame.absolute(frame.link(SelfCheckPages.PATH))));
        return text.toString();
    }

    private void write(StringBuilder text, Answer answer) {
        line(
                text,
                answer.criterion().term().position() + ". " + Spoken.name(answer, frame) + ": "
                        + Spoken.stage(answer, frame));
        if (!answer.evidence().isEmpty()) {
            line(text, frame.text("selfcheck.evidence") + ":");
            line(text, answer.evidence());
        }
    }

    private void names(StringBuilder text, String title, List<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        line(text, "");
        line(text, title + ":");
        for (Answer answer : answers) {
            line(text, "- " + Spoken.name(answer, frame) + ", " + frame.absolute(frame.link(Spoken.path(answer))));
        }
    }

    /** Ends as every editor of every system reads it. */
    private static void line(StringBuilder text, String line) {
        text.append(line.replace("\n", "\r\n")).append("\r\n");
    }
}
