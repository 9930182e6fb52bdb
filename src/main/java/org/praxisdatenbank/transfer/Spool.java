package org.praxisdatenbank.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.praxisdatenbank.problem.Refused;

/**
 * A stream on the disk, for formats that must be looked at more than once. Nobody but its owner may read it; closing
 * deletes it. Used by one thread.
 */
final class Spool implements Closeable {
    private static final int BUFFER_BYTES = 65_536;

    private final Path path;

    private Spool(Path path) {
        this.path = path;
    }

    /** @throws Refused when there are more bytes than that */
    static Spool of(String name, InputStream in, long most) throws IOException {
        Spool spool = new Spool(Files.createTempFile("import", ".part"));
        try (OutputStream out = Files.newOutputStream(spool.path)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long length = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                length += count;
                if (length > most) {
                    throw English.refused("refused.larger", name, String.valueOf(most >> 20));
                }
                out.write(buffer, 0, count);
            }
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
