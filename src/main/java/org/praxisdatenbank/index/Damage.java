package org.praxisdatenbank.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.jspecify.annotations.Nullable;

/** Tells files that are broken or gone, which no second try mends, from a disk that fails for the moment. */
final class Damage {
    private Damage() {}

    static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean isDamage =
                    switch (cause) {
                        case CorruptIndexException corrupt -> true;
                        case IndexNotFoundException none -> true;
                        case IndexFormatTooOldException old -> true;
                        case IndexFormatTooNewException young -> true;
                        case NoSuchFileException gone -> true;
                        case FileNotFoundException gone -> true;
                        case EOFException cut -> true;
                        default -> false;
                    };
            if (isDamage) {
                return true;
            }
        }
        return false;
    }
}
