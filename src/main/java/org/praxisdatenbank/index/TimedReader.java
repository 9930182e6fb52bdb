package org.praxisdatenbank.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitableTerms;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The same index, of which the dictionary can be read only as long as there is time: patterns and near spellings go
 * through it before the first document is looked at. Lucene's {@code ExitableDirectoryReader} watches the values of
 * documents too; then a document could be a hit and count in half of the facets. Shares the caches and the life of the
 * reader within; never closed itself.
 */
final class TimedReader extends FilterDirectoryReader {
    private final QueryTimeout limit;

    TimedReader(DirectoryReader in, QueryTimeout limit) throws IOException {
        super(in, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader segment) {
                return new Segment(segment, limit);
            }
        });
        this.limit = limit;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
        return new TimedReader(in, limit);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    private static final class Segment extends FilterLeafReader {
        private final QueryTimeout limit;

        Segment(LeafReader in, QueryTimeout limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public @Nullable Terms terms(String field) throws IOException {
            @Nullable Terms terms = in.terms(field);
            return terms == null ? null : new ExitableTerms(terms, limit);
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
