package org.praxisdatenbank.index;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy.OneMerge;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.praxisdatenbank.problem.FailPoint;

/** Lucene's own scheduler of merges, with a fail-point where the first files of a merged segment are there. */
final class Merges extends ConcurrentMergeScheduler {
    @Override
    public Directory wrapForMerge(OneMerge merge, Directory folder) {
        return new FilterDirectory(super.wrapForMerge(merge, folder)) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                IndexOutput output = super.createOutput(name, context);
                FailPoint.MERGE.reached();
                return output;
            }
        };
    }
}
