package org.praxisdatenbank.web;

import java.util.List;

/**
 * A refusal, for people.
 *
 * @param detail what is wrong
 * @param steps what to do now, one sentence each
 * @param isOfBulk whether to tell those who need much of the API
 */
public record ProblemPage(Frame frame, String detail, List<String> steps, boolean isOfBulk) {
    public ProblemPage {
        steps = List.copyOf(steps);
    }

    static ProblemPage of(Refusal refusal, Frame frame) {
        Texts texts = frame.kit().texts();
        return new ProblemPage(frame, refusal.detail(texts), refusal.steps(texts), refusal.equals(Refusal.TOO_MANY));
    }
}
