package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.praxisdatenbank.problem.Refused;

/** A file written beside its target, which it replaces at once when it is complete. Used by one thread. */
public final class FileDraft implements ExportTarget.Draft {
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final Path draft;
    private final Path target;
    private final FileChannel channel;

    private FileDraft(Path draft, Path target, FileChannel channel) {
        this.draft = draft;
        this.target = target;
        this.channel = channel;
    }

    /** @throws Refused when there is no such folder or it may not be written */
    static FileDraft beside(Path path) throws IOException {
        return beside(path, new FileAttribute<?>[0]);
    }

    /**
     * One that nobody but its owner may read.
     *
     * @throws Refused when there is no such folder or it may not be written
     */
    public static FileDraft secret(Path path) throws IOException {
        return beside(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static FileDraft beside(Path path, FileAttribute<?>... attributes) throws IOException {
        // What a symbolic link names is replaced, not the link.
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            throw new Refused("There is no folder " + folder + " to write " + path + " into. Create it first.");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new Refused(path + " may not be written by this user. Change its permissions.");
        }
        Path draft = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            FileChannel channel = FileChannel.open(draft, NEW, attributes);
            draft.toFile().deleteOnExit();
            return new FileDraft(draft, target, channel);
        } catch (AccessDeniedException denied) {
            throw new Refused(
                    "Nothing may be written into " + folder + " by this user. Choose another folder.", denied);
        }
    }

    @Override
    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }
}
