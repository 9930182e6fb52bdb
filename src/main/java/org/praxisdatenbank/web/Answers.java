package org.praxisdatenbank.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
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

    /** One part in so many of the bytes is for addresses. */
    private static final int ADDRESSES = 16;

    private final Cache<Question, Kept> kept;
    /** What addresses ask, as they were typed: to read one takes longer than to give an answer that is there. */
    private final Cache<String, Question> questions;

    private final boolean isKeeping;
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
        this.isKeeping = most > 0;
        this.state = state;
        this.given = given;
        this.kept = bounded(most - most / ADDRESSES, Answers::weight);
        this.questions = bounded(most / ADDRESSES, Answers::weight);
    }

    private static <K, V> Cache<K, V> bounded(long most, Weigher<K, V> weigher) {
        return Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher(weigher)
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
     * What an address asks, and how to answer it.
     *
     * @param maker makes a new answer
     */
    public record Asked(Question question, Supplier<Fresh> maker) {}

    /**
     * A new answer.
     *
     * @param isWhole false: nobody may keep it, for the next try may find more
     * @param told each time that it is given, kept or not
     */
    public record Fresh(Body body, boolean isWhole, Told told) {
        public Fresh(Body body, boolean isWhole) {
            this(body, isWhole, Told.NOBODY);
        }
    }

    /** Learns that an answer is given to somebody. */
    public interface Told {
        Told NOBODY = visitor -> {};

        /**
         * Returns at once.
         *
         * @param visitor see {@link RequestFacts#visitor}
         */
        void by(@Nullable String visitor);
    }

    private record Kept(Body body, Object state, Told told) {}

    private static int weight(Question question, Kept kept) {
        return ENTRY_BYTES + 2 * characters(question) + kept.body().size();
    }

    private static int weight(String address, Question question) {
        return ENTRY_BYTES + 2 * (address.length() + characters(question));
    }

    private static int characters(Question question) {
        return question.path().length()
                + question.publicUrl().length()
                + question.query().length();
    }

    /**
     * Answers with what was made before for the same question, or else with what is made now.
     *
     * @param reading reads the address; only where nobody has asked by that address lately
     */
    public void give(Context request, Supplier<Asked> reading) {
        Object now = state.get();
        @Nullable Question known = questions.getIfPresent(request.fullUrl());
        if (known != null && giveKept(request, known, now)) {
            return;
        }
        Asked asked = reading.get();
        if (giveKept(request, asked.question(), now)) {
            questions.put(request.fullUrl(), asked.question());
            return;
        }
        given.accept(false);
        make(request, asked, now);
    }

    /** Returns false where there is nothing for the question, or it is out of date. */
    private boolean giveKept(Context request, Question question, Object now) {
        @Nullable Kept before = kept.getIfPresent(question);
        if (before == null || !before.state().equals(now)) {
            return false;
        }
        given.accept(true);
        FairUse.wasCheap(request);
        ServerTiming.tell(request, Map.of("memory", RequestFacts.age(request)));
        answer(request, question, before);
        return true;
    }

    private void make(Context request, Asked asked, Object now) {
        Fresh fresh = asked.maker().get();
        if (!fresh.isWhole()) {
            fresh.told().by(RequestFacts.visitor(request));
            send(request, fresh.body());
            request.header("Cache-Control", "no-store");
            return;
        }
        Kept made = new Kept(fresh.body(), now, fresh.told());
        // What changed meanwhile may be in it or not.
        if (isKeeping && now.equals(state.get())) {
            kept.put(asked.question(), made);
            questions.put(request.fullUrl(), asked.question());
        }
        answer(request, asked.question(), made);
    }

    private void answer(Context request, Question question, Kept known) {
        known.told().by(RequestFacts.visitor(request));
        Body sent = send(request, known.body());
        if (sent != known.body()) {
            kept.asMap().replace(question, known, new Kept(sent, known.state(), known.told()));
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
        return size(kept) + size(questions);
    }

    private static long size(Cache<?, ?> cache) {
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
