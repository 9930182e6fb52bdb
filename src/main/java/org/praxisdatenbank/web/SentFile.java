package org.praxisdatenbank.web;

/** The file of a form, or why there is none. */
public sealed interface SentFile {
    /** Nobody chose one. */
    record None() implements SentFile {}

    /** The form is larger than it may be; nothing of it was kept. */
    record TooLarge() implements SentFile {}

    /** It is there. */
    final class Taken implements SentFile {
        private final String name;
        private final byte[] content;

        Taken(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        /** As the browser tells it, without folders and control characters. */
        public String name() {
            return name;
        }

        /** Not to be changed. */
        public byte[] content() {
            return content;
        }
    }
}
