package org.praxisdatenbank.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.praxisdatenbank.revision.Fragment.Kind;

/**
 * What differs between two texts, word by word. First whole sentences are laid beside each other, so that one put in or
 * taken out does not blur what stands around it; then the words of those that differ.
 *
 * <p>The work grows with the square of the number of changes, which is therefore bounded: what differs in more of them has
 * been written anew, and is shown so.
 */
final class TextDifference {
    /** Words, or sentences, put in or taken out within one passage. */
    static final int MOST_CHANGES = 1_000;

    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]*+(?:[.!?]++[ \\t]*+|\\n++)|[^.!?\\n]++");
    /** A word, white space, or one other character. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++|\\s++|.", Pattern.DOTALL);

    private static final Pattern WITHOUT_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\n]*+");

    private TextDifference() {}

    /** All of both texts, in order: without what was added it is the former, without what was removed the latter. */
    static List<Fragment> between(String before, String after) {
        List<Passage> passages = new ArrayList<>();
        for (Passage passage : pieces(new Passage(before, after), SENTENCE)) {
            passages.addAll(passage.isSame() ? List.of(passage) : pieces(passage, WORD));
        }
        return fragments(passages);
    }

    /** What stands in both, and what differs, by turns. */
    private static List<Passage> pieces(Passage whole, Pattern unit) {
        List<String> before = units(whole.before(), unit);
        List<String> after = units(whole.after(), unit);
        List<AbstractDelta<String>> changes;
        try {
            changes = DiffUtils.diff(before, after, new Limit()).getDeltas();
        } catch (Limit.Reached writtenAnew) {
            return List.of(whole);
        }
        List<Passage> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> change : changes) {
            Chunk<String> source = change.getSource();
            pieces.add(Passage.same(before.subList(at, source.getPosition())));
            pieces.add(Passage.changed(source.getLines(), change.getTarget().getLines()));
            at = source.getPosition() + source.size();
        }
        pieces.add(Passage.same(before.subList(at, before.size())));
        return pieces;
    }

    private static List<String> units(String text, Pattern unit) {
        return unit.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Fragment> fragments(List<Passage> passages) {
        List<Fragment> fragments = new ArrayList<>();
        for (Passage passage : joined(passages)) {
            if (passage.isSame()) {
                add(fragments, passage.before(), Kind.SAME);
            } else {
                add(fragments, passage.before(), Kind.REMOVED);
                add(fragments, passage.after(), Kind.ADDED);
            }
        }
        return fragments;
    }

    private static void add(List<Fragment> fragments, String text, Kind kind) {
        if (!text.isEmpty()) {
            fragments.add(new Fragment(text, kind));
        }
    }

    /** Two words replaced by two others are one change, although the space between them stays. */
    private static List<Passage> joined(List<Passage> passages) {
        List<Passage> joined = new ArrayList<>();
        for (Passage next : passages) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).isSame() == next.isSame()) {
                joined.set(last, joined.get(last).and(next));
            } else if (last >= 1 && joined.get(last).isWithoutWords()) {
                Passage between = joined.removeLast();
                joined.set(last - 1, joined.get(last - 1).and(between).and(next));
            } else if (!next.isEmpty()) {
                joined.add(next);
            }
        }
        return joined;
    }

    /** A place in both texts. */
    private record Passage(String before, String after) {
        static Passage same(List<String> units) {
            String text = String.join("", units);
            return new Passage(text, text);
        }

        static Passage changed(List<String> before, List<String> after) {
            return new Passage(String.join("", before), String.join("", after));
        }

        boolean isSame() {
            return before.equals(after);
        }

        boolean isEmpty() {
            return before.isEmpty() && after.isEmpty();
        }

        boolean isWithoutWords() {
            return isSame() && WITHOUT_WORDS.matcher(before).matches();
        }

        Passage and(Passage next) {
            return new Passage(before + next.before, after + next.after);
        }
    }
}
