package org.praxisdatenbank.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.site.SiteText.Block;
import org.praxisdatenbank.site.SiteText.Enumeration;
import org.praxisdatenbank.site.SiteText.Heading;
import org.praxisdatenbank.site.SiteText.Item;
import org.praxisdatenbank.site.SiteText.LineEnd;
import org.praxisdatenbank.site.SiteText.Paragraph;
import org.praxisdatenbank.site.SiteText.Span;
import org.praxisdatenbank.site.SiteText.Words;

/** Reads Markdown and takes of it what a page may have. */
final class SiteTextReader {
    private static final int DEEPEST = 20;
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(org.commonmark.node.Heading.class, ListBlock.class))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    SiteText read(String markdown) {
        return new SiteText(blocks(PARSER.parse(markdown)));
    }

    private static List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Heading heading -> blocks.add(heading(heading));
                case OrderedList list -> blocks.add(new Enumeration(list.getMarkerStartNumber(), items(list)));
                case BulletList list -> blocks.add(new Enumeration(null, items(list)));
                default -> blocks.add(new Paragraph(Inline.of(node)));
            }
        }
        return blocks;
    }

    private static Heading heading(org.commonmark.node.Heading heading) {
        return new Heading(heading.getLevel() <= 2 ? 2 : 3, Inline.of(heading));
    }

    private static List<Item> items(Node list) {
        List<Item> items = new ArrayList<>();
        for (@Nullable Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(new Item(blocks(item)));
        }
        return items;
    }

    /** Within a paragraph. One asterisk stays what it is, as in "Bürger*innen und Besucher*innen". */
    private static final class Inline extends AbstractVisitor {
        private final List<Span> spans = new ArrayList<>();
        private int strong;

        static List<Span> of(Node parent) {
            Inline inline = new Inline();
            inline.visitChildren(parent);
            return inline.spans;
        }

        private void add(String text) {
            boolean isStrong = strong > 0;
            if (!spans.isEmpty() && spans.getLast() instanceof Words before && before.isStrong() == isStrong) {
                spans.removeLast();
                spans.add(new Words(before.text() + text, isStrong));
            } else {
                spans.add(new Words(text, isStrong));
            }
        }

        private static String words(Node node) {
            return new SiteText(List.of(new Paragraph(of(node)))).words();
        }

        @Override
        public void visit(Text text) {
            add(text.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            spans.add(new LineEnd());
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            spans.add(new LineEnd());
        }

        @Override
        public void visit(StrongEmphasis strongly) {
            strong++;
            visitChildren(strongly);
            strong--;
        }

        @Override
        public void visit(Emphasis emphasis) {
            add(emphasis.getOpeningDelimiter());
            visitChildren(emphasis);
            add(emphasis.getClosingDelimiter());
        }

        @Override
        public void visit(Code code) {
            add("`" + code.getLiteral() + "`");
        }

        @Override
        public void visit(HtmlInline html) {
            add(html.getLiteral());
        }

        @Override
        public void visit(Link link) {
            String text = words(link);
            spans.add(new SiteText.Link(link.getDestination(), text.isEmpty() ? link.getDestination() : text));
        }

        /** A link that leads nowhere, so that it is refused where it is typed. */
        @Override
        public void visit(Image image) {
            spans.add(new SiteText.Link("!" + image.getDestination(), words(image)));
        }
    }
}
