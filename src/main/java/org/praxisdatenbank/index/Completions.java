package org.praxisdatenbank.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.ByteRunnable;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.german.Spelling;
import org.praxisdatenbank.index.CompletionReader.Frequent;

/**
 * Finds the terms of {@link SuggestionTerms} that begin as was typed. What one segment of the index answers is kept, as
 * a segment never changes: a change of the index costs a look into the few new terms. What all of them answer is kept
 * until the index changes. Safe for use by any thread.
 */
final class Completions {
    /** Completions of one segment for one beginning; what many practices carry is among them. */
    private static final int MOST_OF_SEGMENT = 100;
    /** Likewise of the whole index. */
    private static final int MOST_MERGED = 1_000;
    /** Completions kept, about 200 bytes each. */
    private static final int MOST_KEPT = 200_000;
    /** Up to some 100 kB each. */
    private static final int MOST_AUTOMATA = 100;

    private final Cache<Key, List<Completion>> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, List<Completion> read) -> 1 + read.size())
            .build();

    private final WhileOpen<Key> open = new WhileOpen<>(kept, Key::read);

    private final Cache<Near, CompiledAutomaton> near =
            Caffeine.newBuilder().maximumSize(MOST_AUTOMATA).build();

    private record Near(KeyPlace place, Beginning beginning) {}

    private record Key(IndexReader.CacheKey read, String field, KeyPlace place, Beginning beginning) {}

    /** Tells whether a text, in normal form, begins so at such a place. */
    Predicate<String> test(KeyPlace place, Beginning beginning) {
        if (beginning.edits() == 0) {
            return text -> text.startsWith(beginning.text());
        }
        ByteRunnable automaton = automaton(place, beginning).getByteRunnable();
        return text -> {
            BytesRef term = new BytesRef(place.mark() + text);
            return automaton.run(term.bytes, term.offset, term.length);
        };
    }

    private CompiledAutomaton automaton(KeyPlace place, Beginning beginning) {
        return near.get(new Near(place, beginning), unused -> compiled(beginning.automaton(place)));
    }

    /** As if finite: to look for a common end would take long, and there is none. */
    private static CompiledAutomaton compiled(Automaton automaton) {
        return new CompiledAutomaton(automaton, true, false, true);
    }

    /** Best first, see {@link Completion#BEST_FIRST}. */
    List<Completion> of(DirectoryReader reader, String field, KeyPlace place, Beginning beginning) throws IOException {
        Key key = new Key(open.name(reader.getReaderCacheHelper()), field, place, beginning);
        @Nullable List<Completion> known = kept.getIfPresent(key);
        if (known == null) {
            known = merged(reader, field, place, beginning);
            kept.put(key, known);
        }
        return known;
    }

    private List<Completion> merged(DirectoryReader reader, String field, KeyPlace place, Beginning beginning)
            throws IOException {
        Map<String, Completion> merged = new LinkedHashMap<>();
        for (LeafReaderContext segment : reader.leaves()) {
            for (Completion completion : ofSegment(segment.reader(), field, place, beginning)) {
                merged.merge(completion.name(), completion, Completion::plus);
            }
        }
        return merged.values().stream()
                .sorted(Completion.BEST_FIRST)
                .limit(MOST_MERGED)
                .toList();
    }

    private List<Completion> ofSegment(LeafReader segment, String field, KeyPlace place, Beginning beginning)
            throws IOException {
        Key key = new Key(open.name(segment.getCoreCacheHelper()), field, place, beginning);
        @Nullable List<Completion> known = kept.getIfPresent(key);
        if (known == null) {
            known = read(segment, field, place, beginning);
            kept.put(key, known);
        }
        return known;
    }

    private List<Completion> read(LeafReader segment, String field, KeyPlace place, Beginning beginning)
            throws IOException {
        boolean isTitle = field.equals(Fields.SUGGEST_TITLE); // a term of one practice, none is better than others
        CompletionReader reader = new CompletionReader(MOST_OF_SEGMENT, isTitle);
        List<Completion> read = new ArrayList<>();
        List<Frequent> terms = beginning.edits() == 0
                ? reader.same(segment, field, place.mark() + beginning.text())
                : reader.near(segment, field, automaton(place, beginning));
        for (Frequent term : terms) {
            String text = term.term();
            int end = text.indexOf(SuggestionTerms.END_OF_KEY);
            String shown = text.substring(end + 1);
            boolean isWhole = place == KeyPlace.START && text.substring(0, end).equals(beginning.text());
            String name = isTitle ? shown : Spelling.normal(shown);
            read.add(new Completion(name, shown, isWhole, term.documents(), List.of(text)));
        }
        return merged(read);
    }

    private static List<Completion> merged(Collection<Completion> completions) {
        Map<String, Completion> merged = new LinkedHashMap<>();
        completions.forEach(completion -> merged.merge(completion.name(), completion, Completion::plus));
        return List.copyOf(merged.values());
    }
}
