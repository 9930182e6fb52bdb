package org.praxisdatenbank.site;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text with headings, lists and links, written in a small part of Markdown; whatever else is typed is text. Nothing in it
 * is HTML, and nothing makes a browser ask anybody.
 */
public record SiteText(List<Block> blocks) {
    public SiteText {
        blocks = List.copyOf(blocks);
    }

    /** Reads it; there are no errors. */
    public static SiteText of(String markdown) {
        return new SiteTextReader().read(markdown);
    }

    /** One below the other. */
    public sealed interface Block {}

    /** @param level 2 or 3; the page's own title is 1 */
    public record Heading(int level, List<Span> spans) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    /** Some sentences. */
    public record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /** @param first number of the first item; null: they have none */
    public record Enumeration(@Nullable Integer first, List<Item> items) implements Block {
        public Enumeration {
            items = List.copyOf(items);
        }
    }

    /** An item of a list. */
    public record Item(List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    /** One after the other. */
    public sealed interface Span {}

    /** Words. */
    public record Words(String text, boolean isStrong) implements Span {}

    /** The end of a line. */
    public record LineEnd() implements Span {}

    /** @param address anything that was typed, see {@link #isAllowed} */
    public record Link(String address, String text) implements Span {
        private static final String ALLOWED =
                "(?i)(https?://[^\\s\\\\]+|(mailto|tel):[^\\s\\\\]+|/(?![/\\\\])[^\\s\\\\]*)";

        /** Whether it leads to a page, a mailbox or a telephone; all else is shown as its text. */
        public boolean isAllowed() {
            return address.matches(ALLOWED);
        }

        /** Whether it leads to another site. */
        public boolean isExternal() {
            return address.regionMatches(true, 0, "http", 0, "http".length());
        }
    }

    /** Addresses of links that lead nowhere, and of pictures, of which there are none here. */
    public List<String> refusedAddresses() {
        return spans(blocks)
                .filter(span -> span instanceof Link link && !link.isAllowed())
                .map(span -> ((Link) span).address())
                .toList();
    }

    /** The words alone. */
    String words() {
        return spans(blocks)
                .map(span -> switch (span) {
                    case Words words -> words.text();
                    case LineEnd end -> "\n";
                    case Link link -> link.text();
                })
                .collect(joining());
    }

    private static Stream<Span> spans(List<Block> blocks) {
        return blocks.stream().flatMap(block -> switch (block) {
            case Heading heading -> heading.spans().stream();
            case Paragraph paragraph -> paragraph.spans().stream();
            case Enumeration list -> list.items().stream().flatMap(item -> spans(item.blocks()));
        });
    }
}
