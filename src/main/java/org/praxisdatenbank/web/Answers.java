package org.praxisdatenbank.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whole answers, kept while what they were made from is what there is, and no longer; bounded by bytes. Each question
 * has one place: what is out of date is replaced when it is asked for again. Safe for use by any thread.
 */
public final class Answers {
    /** What an entry takes beside its texts and bytes. */
    private static final int ENTRY_BYTES = 400;

    private final long most;
    private final Cache<Question, Kept> kept;
    private final Supplier<Object> state;
    private final Consumer<Boolean> given;

    /**
     * Keeps nothing yet.
     *
     * @param most bytes; 0: nothing is kept
     * @param state all that answers depend on beside the question; equal as long as nothing of it has changed
     * @param given is told of each answer, true where it was made before
     */
    public Answers(long most, Supplier<Object> state, Consumer<Boolean> given) {
        this.most = most;
        this.state = state;
        this.given = given;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher(Answers::weight)
                .executor(Runnable::run) // at once, so that the bound holds
                .build();
    }

    /** For routes that shall make each answer anew. */
    public static Answers neverKept() {
        return new Answers(0, () -> Answers.class, wasKept -> {});
    }

    /**
     * All of a request that its answer depends on.
     *
     * @param path with the language
     * @param publicUrl as far as the answer names it; else empty
     * @param query in its canonical form
     */
    public record Question(String path, String publicUrl, String query) {}

    /**
     * A new answer.
     *
     * @param isWhole false: nobody may keep it, for the next try may find more
     */
    public record Fresh(Body body, boolean isWhole) {}

    private record Kept(Body body, Object state) {}

    private static int weight(Question question, Kept kept) {
        int characters = question.path().length()
                + question.publicUrl().length()
                + question.query().length();
        return ENTRY_BYTES + 2 * characters + kept.body().size();
    }

    /** Answers with what was made before for this question, or else with what is made now. */
    public void give(Context request, Question question, Supplier<Fresh> maker) {
        Object now = state.get();
        @Nullable Kept before = most == 0 ? null : kept.getIfPresent(question);
        boolean isKept = before != null && before.state().equals(now);
        given.accept(isKept);
        if (before != null && isKept) {
            FairUse.wasCheap(request);
            ServerTiming.tell(request, Map.of("memory", RequestFacts.age(request)));
            answer(request, question, before);
            return;
        }
        Fresh fresh = maker.get();
        if (!fresh.isWhole()) {
            send(request, fresh.body());
            request.header("Cache-Control", "no-store");
            return;
        }
        Kept made = new Kept(fresh.body(), now);
        // What changed meanwhile may be in it or not.
        if (most > 0 && now.equals(state.get())) {
            kept.put(question, made);
        }
        answer(request, question, made);
    }

    private void answer(Context request, Question question, Kept known) {
        Body sent = send(request, known.body());
        if (sent != known.body()) {
            kept.asMap().replace(question, known, new Kept(sent, known.state()));
        }
        request.header("Cache-Control", "no-cache").header("ETag", sent.tag());
    }

    private static Body send(Context request, Body body) {
        boolean takesGzip = Gzip.isTaken(request);
        Body sent = takesGzip ? body.compressed() : body;
        sent.answer(request, takesGzip);
        return sent;
    }

    /** Bytes that are kept. */
    long size() {
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
