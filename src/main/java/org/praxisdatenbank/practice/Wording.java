package org.praxisdatenbank.practice;

import org.jspecify.annotations.Nullable;

/**
 * The practice in words, as plain German text.
 *
 * @param title 1 to 300 characters
 * @param summary 1 to 2,000 characters
 * @param description up to 50,000 characters, blank lines between paragraphs; null when there is none
 */
public record Wording(String title, String summary, @Nullable String description) {
    public static final int TITLE_LENGTH = 300;
    public static final int SUMMARY_LENGTH = 2_000;
    public static final int DESCRIPTION_LENGTH = 50_000;

    public Wording {
        Checks.text("title", title, TITLE_LENGTH);
        Checks.text("summary", summary, SUMMARY_LENGTH);
        Checks.text("description", description, DESCRIPTION_LENGTH);
    }
}
