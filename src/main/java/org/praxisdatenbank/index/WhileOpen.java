package org.praxisdatenbank.index;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;

/**
 * Drops from a bounded cache what belongs to a segment or to a state of the index, when that closes: nobody asks for it any
 * more, and where the index changes all the time there would soon be nothing else in the cache. Safe for use by any thread.
 */
final class WhileOpen<K> {
    private final Set<IndexReader.CacheKey> watched = ConcurrentHashMap.newKeySet();
    private final Cache<K, ?> cache;
    private final Function<K, IndexReader.CacheKey> owner;

    /** @param owner what a key of the cache belongs to */
    WhileOpen(Cache<K, ?> cache, Function<K, IndexReader.CacheKey> owner) {
        this.cache = cache;
        this.owner = owner;
    }

    /** Names what is open now; to be asked for before anything of it is kept. */
    IndexReader.CacheKey name(IndexReader.CacheHelper life) {
        if (watched.add(life.getKey())) {
            life.addClosedListener(this::drop);
        }
        return life.getKey();
    }

    private void drop(IndexReader.CacheKey closed) {
        watched.remove(closed);
        cache.asMap().keySet().removeIf(key -> owner.apply(key).equals(closed));
    }
}
