package org.praxisdatenbank;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.praxisdatenbank.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the value of a setting from a file, so that secrets need to stand neither in the environment nor in a flag. */
final class SettingFile {
    private SettingFile() {}

    /**
     * What the environment gives for a setting: its variable, or the content of the file that the variable with
     * {@code _FILE} behind it names, without white space around it; empty: neither.
     *
     * @throws Refused where both are given, or the file cannot be read
     */
    static String value(Setting setting, Map<String, String> environment) {
        String given = environment.getOrDefault(setting.variable(), "").strip();
        String file = environment.getOrDefault(setting.fileVariable(), "").strip();
        if (file.isEmpty()) {
            return given;
        }
        if (!given.isEmpty()) {
            throw new Refused(
                    "Both %s and %s are set. Keep one of them.".formatted(setting.variable(), setting.fileVariable()));
        }
        return read(setting, Path.of(file));
    }

    private static String read(Setting setting, Path file) {
        try {
            if (setting.isSecret() && isOpenToOthers(file)) {
                log().warn(
                                "{} names a file with a secret that everybody on this machine can read. Take that right away:"
                                        + " chmod o-r {}",
                                setting.fileVariable(),
                                file);
            }
            return Files.readString(file).strip();
        } catch (CharacterCodingException e) {
            throw new Refused("%s names %s, which is no text in UTF-8.".formatted(setting.fileVariable(), file), e);
        } catch (IOException e) {
            throw new Refused(
                    "%s names %s, which cannot be read (%s). Name a file that this program may read."
                            .formatted(
                                    setting.fileVariable(), file, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** False where the file system knows no such rights. */
    private static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }

    /** Only where there is something to say: to set up the log takes a while. */
    private static Logger log() {
        return LoggerFactory.getLogger(SettingFile.class);
    }
}
