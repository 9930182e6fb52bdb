package org.praxisdatenbank.revision;

/** A piece of two texts that are shown as one: in both, in the former alone or in the latter alone; never empty. */
public record Fragment(String text, Kind kind) {
    public Fragment {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a fragment without text");
        }
    }

    public boolean isRemoved() {
        return kind == Kind.REMOVED;
    }

    public boolean isAdded() {
        return kind == Kind.ADDED;
    }

    /** In which of the two texts it stands. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }
}
