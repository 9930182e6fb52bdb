package org.praxisdatenbank.transfer;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Refused;

/**
 * The ZIP archive that a workbook is. Only the parts that are needed are unpacked, and never more than the limits allow:
 * what an archive says about sizes is not believed, the bytes are counted. Used by one thread.
 */
final class XlsxFile implements Closeable {
    static final String WORKBOOK = "xl/workbook.xml";
    /** All parts that are read, together. */
    static final long MOST_UNPACKED_BYTES = 1L << 30;
    /** How much larger they may be than the file, once they are larger than {@link #ALWAYS_ALLOWED_BYTES}. */
    static final int MOST_RATIO = 200;

    static final long ALWAYS_ALLOWED_BYTES = 16L << 20;
    static final int MOST_ENTRIES = 2_000;

    private final ZipFile zip;
    private final long most;
    private long unpacked;

    private XlsxFile(ZipFile zip, long most) {
        this.zip = zip;
        this.most = most;
    }

    /** @throws Refused when it is no workbook without macros */
    static XlsxFile open(String name, Spool file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.path().toFile());
        } catch (ZipException broken) {
            throw English.refused(broken, "refused.zip", name, String.valueOf(broken.getMessage()));
        }
        try {
            refuse(name, zip);
            long packed = Files.size(file.path());
            long byRatio = Math.max(ALWAYS_ALLOWED_BYTES, packed * MOST_RATIO);
            XlsxFile opened = new XlsxFile(zip, Math.min(MOST_UNPACKED_BYTES, byRatio));
            opened.refuseMacros(name);
            return opened;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static void refuse(String name, ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw English.refused("refused.parts", name, String.valueOf(MOST_ENTRIES));
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw English.refused("refused.xlsb", name);
        }
        if (zip.getEntry("content.xml") != null) {
            throw English.refused("refused.ods", name);
        }
        if (zip.getEntry(WORKBOOK) == null) {
            throw English.refused("refused.no_workbook", name);
        }
    }

    private void refuseMacros(String name) throws IOException {
        boolean hasMacros = zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        try (Xml types = part("[Content_Types].xml")) {
            while (!hasMacros && types.next()) {
                @Nullable String type = types.attribute("ContentType");
                hasMacros = type != null && type.contains("macroEnabled");
            }
        }
        if (hasMacros) {
            throw English.refused("refused.macros", name);
        }
    }

    /** @throws BrokenXlsx when there is no such part */
    Xml part(String path) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new BrokenXlsx("finding.xlsx.part", Finding.shown(path));
        }
        return new Xml(new Counted(zip.getInputStream(entry)));
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    /** Where the parts are that the workbook names, by the ids of its relations. */
    Map<String, String> relations() throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (Xml relations = part("xl/_rels/workbook.xml.rels")) {
            while (relations.next()) {
                @Nullable String id = relations.attribute("Id");
                @Nullable String target = relations.attribute("Target");
                if (relations.isBegin("Relationship") && id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = super.read(target, offset, length);
                count(count);
                return count;
            } catch (ZipException broken) {
                throw new BrokenXlsx("finding.xlsx.packed", String.valueOf(broken.getMessage()));
            }
        }

        private void count(int bytes) throws IOException {
            unpacked += Math.max(0, bytes);
            if (unpacked > most) {
                throw new BrokenXlsx("finding.xlsx.bomb", String.valueOf(most >> 20));
            }
        }
    }
}
