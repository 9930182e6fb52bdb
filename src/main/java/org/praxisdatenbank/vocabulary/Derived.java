package org.praxisdatenbank.vocabulary;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is made from the lists, and made anew when it is asked for after they have changed. Safe for use by any thread. */
public final class Derived<T> {
    private final Vocabularies lists;
    private final Function<Vocabularies, T> maker;
    private volatile @Nullable Made<T> made;

    public Derived(Vocabularies lists, Function<Vocabularies, T> maker) {
        this.lists = lists;
        this.maker = maker;
    }

    /** @param state what the lists were before it was made */
    private record Made<T>(Object state, T value) {}

    /** As the lists are now; two threads may both make it. */
    public T get() {
        Object state = lists.state();
        @Nullable Made<T> known = made;
        if (known != null && known.state().equals(state)) {
            return known.value();
        }
        Made<T> fresh = new Made<>(state, maker.apply(lists));
        made = fresh;
        return fresh.value();
    }
}
