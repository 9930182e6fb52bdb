package org.praxisdatenbank.curation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Typed;

/** What somebody has entered for an edit, right or not, by a form, a program or a command; each in one line. */
public final class Entered {
    public static final Entered NOTHING = new Entered(Map.of());

    private final Map<Part, String> texts = new EnumMap<>(Part.class);

    /** @param texts a part that is not among them was not spoken of */
    public Entered(Map<Part, String> texts) {
        texts.forEach((part, text) -> this.texts.put(part, Typed.line(text)));
    }

    /** The same and one part more; null: nothing was said of it. */
    public Entered and(Part part, @Nullable String text) {
        if (text == null) {
            return this;
        }
        Map<Part, String> more = new EnumMap<>(Part.class);
        more.putAll(texts);
        more.put(part, text);
        return new Entered(more);
    }

    /** What an edit may speak of. */
    public enum Part {
        ID,
        GERMAN,
        ENGLISH,
        /** Id of the term behind which it stands; empty: it comes first. */
        AFTER,
        /** Id of the term that it becomes. */
        INTO,
        /** Whether it may be chosen; nobody enters it, but it can be at fault. */
        STATE
    }

    Optional<String> find(Part part) {
        return Optional.ofNullable(texts.get(part));
    }

    /** Empty also where nothing was said. */
    String text(Part part) {
        return texts.getOrDefault(part, "");
    }
}
