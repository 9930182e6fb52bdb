package org.praxisdatenbank.practice;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By whom a practice is changed, and why; written down with the revision that the change makes.
 *
 * @param account of the person who is signed in; null: nobody is
 * @param note what is changed and why, up to 2,000 characters, not public; null: nothing was said
 */
public record Authorship(MadeBy madeBy, @Nullable UUID account, @Nullable String note) {
    public static final int NOTE_LENGTH = 2_000;

    public static final Authorship IMPORT = new Authorship(MadeBy.IMPORT, null, null);
    public static final Authorship COMMAND = new Authorship(MadeBy.COMMAND, null, null);
    /** By the link of a letter, without an account. */
    public static final Authorship CONFIRMATION = new Authorship(MadeBy.CONFIRMATION, null, null);

    public static final Authorship BEGIN = new Authorship(MadeBy.BEGIN, null, null);

    public Authorship {
        Checks.text("note", note, NOTE_LENGTH);
    }

    /** Somebody who is signed in. */
    public static Authorship of(UUID account, @Nullable String note) {
        return new Authorship(MadeBy.PERSON, account, note);
    }

    /** Somebody who is signed in and imports a file. */
    public static Authorship ofImport(UUID account) {
        return new Authorship(MadeBy.IMPORT, account, null);
    }

    public Authorship noting(String why) {
        return new Authorship(madeBy, account, why);
    }

    /** What kind of hand made a revision. */
    public enum MadeBy {
        /** Somebody at the pages. */
        PERSON("person"),
        IMPORT("import"),
        /** Another command of the program. */
        COMMAND("command"),
        /** Whoever carries the practice said that the entry still holds. */
        CONFIRMATION("confirmation"),
        /** There before revisions were kept, or shipped with the program. */
        BEGIN("begin");

        private final String id;

        MadeBy(String id) {
            this.id = id;
        }

        /** As database and API call it. */
        public String id() {
            return id;
        }

        /** Raises {@link java.util.NoSuchElementException} for what is none. */
        public static MadeBy of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
