package org.praxisdatenbank.web;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/** Frames for tests that make pages without a request. */
@NullMarked
public final class Frames {
    private static final Path NO_OWN_TEXTS = Path.of("target", "no-own-texts");

    private Frames() {}

    /** The frame of a page at {@code https://praxisdatenbank.example}. */
    public static Frame frame(Locale language, String path) {
        return new Frame(
                language,
                new Frame.Head("Titel", "Beschreibung", path, true),
                "https://praxisdatenbank.example",
                null,
                new Frame.Kit(Texts.load(language, NO_OWN_TEXTS), Assets.load()));
    }
}
