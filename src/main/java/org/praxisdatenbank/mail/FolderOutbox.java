package org.praxisdatenbank.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/** Where no mail server is set: each letter becomes a file that only the program's owner can read. */
public final class FolderOutbox implements Outbox {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ONLY_OWNER = "rw-------";

    private final Path folder;
    private final Clock clock;

    /** @param folder is made with the first letter */
    public FolderOutbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, NAME.format(clock.instant()) + "-", ".txt");
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ONLY_OWNER));
            }
            Files.writeString(file, "To: %s\nSubject: %s\n\n%s".formatted(mail.to(), mail.subject(), mail.text()));
        } catch (IOException e) {
            throw new UncheckedIOException("writing a letter into " + folder, e);
        }
    }

    @Override
    public void forget(String address) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> letters = Files.list(folder)) {
            for (Path letter : letters.toList()) {
                if (Files.readString(letter).startsWith("To: " + address + "\n")) {
                    Files.delete(letter);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing letters from " + folder, e);
        }
    }

    @Override
    public boolean reachesPeople() {
        return false;
    }
}
