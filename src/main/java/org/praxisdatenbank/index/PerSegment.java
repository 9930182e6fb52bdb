package org.praxisdatenbank.index;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** Something for each segment of an index, kept as long as the segment is open. Safe for use by any thread. */
final class PerSegment<T> {
    private final ConcurrentMap<IndexReader.CacheKey, T> segments = new ConcurrentHashMap<>();

    /** The reader of all of the segment: that a search's time is up is no reason to keep a half. */
    static LeafReader whole(LeafReader segment) {
        return FilterLeafReader.unwrap(segment);
    }

    /** @param made where there is nothing for the segment yet */
    T of(LeafReader segment, Supplier<T> made) {
        IndexReader.CacheHelper life = whole(segment).getCoreCacheHelper();
        return segments.computeIfAbsent(life.getKey(), key -> {
            life.addClosedListener(segments::remove);
            return made.get();
        });
    }

    /** How many segments there is something for. */
    int size() {
        return segments.size();
    }
}
