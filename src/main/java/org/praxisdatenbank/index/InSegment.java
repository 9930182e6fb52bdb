package org.praxisdatenbank.index;

import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * Where a document of the whole index is.
 *
 * @param document its number within the segment
 */
record InSegment(LeafReaderContext segment, int document) {

    /** @param document number within the whole index */
    static InSegment of(IndexReader reader, int document) {
        List<LeafReaderContext> segments = reader.leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        return new InSegment(segment, document - segment.docBase);
    }
}
