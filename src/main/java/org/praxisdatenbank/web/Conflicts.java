package org.praxisdatenbank.web;

import io.javalin.http.Context;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.Said;

/** Tells programs that somebody else came first, and what there is now. */
public final class Conflicts {
    private Conflicts() {}

    /**
     * Answers 409 with problem details, whose {@code current} is what there is now.
     *
     * @param why and what to do
     * @param current writes one value
     */
    public static void answer(Context request, Texts texts, Said why, Json.Writer current) {
        Refusal refusal = Refusal.of(new Problem.Conflict(why));
        Json.answer(request.status(refusal.status()), Json.PROBLEM, json -> {
            json.writeStartObject();
            refusal.writeFields(json, texts);
            json.writeFieldName("current");
            current.write(json);
            json.writeEndObject();
        });
    }
}
