package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.jspecify.annotations.NullMarked;

/** A disk that fails, fills up and loses power when a test wants it to; the files are real ones. */
@NullMarked
public final class FailingDisk implements Opening {
    private final Random random;
    private final Map<Path, MockDirectoryWrapper> folders = new ConcurrentHashMap<>();
    private volatile double failures;
    private volatile boolean isFull;

    /** @param seed of all that is left to chance */
    public FailingDisk(long seed) {
        random = new Random(seed);
    }

    /** An index on this disk. */
    public IndexSetup under(IndexSetup setup) {
        return new IndexSetup(setup, this);
    }

    @Override
    public Directory open(Path folder) {
        return new FilterDirectory(folders.computeIfAbsent(folder, this::wrap)) {
            @Override
            public void close() {
                // the disk stays when a program ends
            }
        };
    }

    private MockDirectoryWrapper wrap(Path folder) {
        try {
            MockDirectoryWrapper wrapped = new MockDirectoryWrapper(random, new NIOFSDirectory(folder));
            wrapped.setCheckIndexOnClose(false);
            wrapped.setThrottling(MockDirectoryWrapper.Throttling.NEVER);
            wrapped.setUseSlowOpenClosers(false);
            tell(wrapped);
            return wrapped;
        } catch (IOException e) {
            throw new UncheckedIOException("opening " + folder, e);
        }
    }

    private void tell(MockDirectoryWrapper folder) {
        try {
            folder.setRandomIOExceptionRate(failures);
            folder.setTrackDiskUsage(isFull);
            folder.setMaxSizeInBytes(isFull ? Math.max(1, folder.sizeInBytes()) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param rate of writes that fail, 0 to 1 */
    public void failAt(double rate) {
        failures = rate;
        folders.values().forEach(this::tell);
    }

    /** Nothing more fits on it, or all does again. */
    public void setFull(boolean isFull) {
        this.isFull = isFull;
        folders.values().forEach(this::tell);
    }

    /** Power is gone: what was not synced is damaged, cut off or missing. Afterwards close whoever wrote. */
    public void crash() {
        for (MockDirectoryWrapper folder : folders.values()) {
            try {
                folder.crash();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Power is back. */
    public void restart() {
        folders.values().forEach(MockDirectoryWrapper::clearCrash);
    }
}
