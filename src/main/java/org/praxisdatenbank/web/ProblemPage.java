package org.praxisdatenbank.web;

import java.util.List;

/**
 * A refusal, for people.
 *
 * @param detail what is wrong
 * @param steps what to do now, one sentence each
 */
public record ProblemPage(Frame frame, String detail, List<String> steps) {
    public ProblemPage {
        steps = List.copyOf(steps);
    }
}
