package org.praxisdatenbank.german;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.praxisdatenbank.german.WordForm.Part;

/** Everything known of German words; made once, for it reads its lists. Safe for use by any thread. */
public final class German {
    /** Words whose form is kept; a text uses few words often. */
    private static final int CACHED_WORDS = 50_000;

    private final Forms forms = new Forms(new Lexicon());
    private final Compounds compounds;
    private final Set<String> stopWords = new HashSet<>();
    private final Cache<String, WordForm> cache =
            Caffeine.newBuilder().maximumSize(CACHED_WORDS).build();
    private final Thesaurus thesaurus;

    /** What is known; raises IllegalStateException where the build has left out a list. */
    public German() {
        this(BuiltLists.words(), new Thesaurus(BuiltLists.terms()));
    }

    /** @param words of which compounds consist, in lower case */
    German(Set<String> words, Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
        compounds = new Compounds(forms, words);
        Table.read("stopwords.tsv", 1).forEach(row -> stopWords.add(Spelling.normal(row.getFirst())));
    }

    /** Words that mean the same. */
    public Thesaurus thesaurus() {
        return thesaurus;
    }

    /** The stems of all words, hyphens part them. */
    public List<String> stems(String text) {
        return Written.pieces(text).map(piece -> form(piece.text()).stem()).toList();
    }

    /** The stems of the words that are no stop words. */
    public List<String> tellingStems(String text) {
        return Written.pieces(text)
                .filter(piece -> !isStopWord(piece.text()))
                .map(piece -> form(piece.text()).stem())
                .toList();
    }

    /** What the word is to a search; any word, in any case and spelling. */
    public WordForm form(String word) {
        return cache.get(Spelling.lowerCase(word), this::analysed);
    }

    /** Whether a list knows the word or a form of it, other than as a compound of known parts. */
    public boolean isKnown(String word) {
        return forms.base(Spelling.lowerCase(word)).isPresent();
    }

    /** Whether a word says nothing by itself. */
    public boolean isStopWord(String word) {
        return stopWords.contains(form(word).normal());
    }

    private WordForm analysed(String word) {
        List<String> bases = compounds.parts(word);
        String base = forms.base(word).orElseGet(() -> baseOfCompound(word, bases));
        return new WordForm(Spelling.normal(word), base, forms.stemOfBase(base), parts(word, bases));
    }

    /**
     * Only the last part is inflected: what stands before it stays as it is. An unknown word may be the first part of
     * a compound whose rest is left out ({@code Gesundheits- und Sozialamt}).
     */
    private String baseOfCompound(String word, List<String> bases) {
        if (bases.isEmpty()) {
            return forms.baseWithoutLink(word);
        }
        String last = bases.getLast();
        int start = Alignment.lastStart(word, last);
        return start < 0 ? word : word.substring(0, start) + last;
    }

    private List<Part> parts(String word, List<String> bases) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int index = 0; index < bases.size(); index++) {
            String base = bases.get(index);
            Alignment.Span span = Alignment.of(word, base, from);
            int end = index == bases.size() - 1 ? word.length() : span.end();
            parts.add(new Part(base, forms.stemOfBase(base), span.start(), end));
            from = span.end();
        }
        return parts;
    }
}
