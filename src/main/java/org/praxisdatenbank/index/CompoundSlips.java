package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Spelling;
import org.praxisdatenbank.index.NearTerms.Near;

/**
 * Corrects a compound by one of its parts, where the rest of it is made of words that the texts have: the compound
 * itself need not stand anywhere. For one thread.
 */
final class CompoundSlips {
    private static final int SHORTEST_PART = 3;
    /** What may stand between two parts; the shortest first. */
    private static final List<String> LINKS = List.of("", "s", "n", "e", "es", "en", "er");
    /** Near words that are looked up in the texts for one part. */
    private static final int LOOKED_UP = 5;

    private final German german;
    private final NearTerms terms;
    private final WordsAsWritten texts;
    private final List<Corrected> found = new ArrayList<>();

    private CompoundSlips(German german, NearTerms terms, WordsAsWritten texts) {
        this.german = german;
        this.terms = terms;
        this.texts = texts;
    }

    /** A whole word of which a part was corrected. */
    private record Corrected(String word, double likelihood) {}

    /** The likeliest first, in lower case; whether they find anything is not known yet. */
    static List<String> of(String typed, German german, NearTerms terms, WordsAsWritten texts) throws IOException {
        CompoundSlips slips = new CompoundSlips(german, terms, texts);
        String word = typed.toLowerCase(Locale.GERMAN);
        for (int end = SHORTEST_PART; end <= word.length() - SHORTEST_PART; end++) {
            slips.cutInTwo(word.substring(0, end), word.substring(end));
        }
        return slips.found.stream()
                .sorted(Comparator.comparingDouble(Corrected::likelihood).reversed())
                .map(Corrected::word)
                .distinct()
                .toList();
    }

    private void cutInTwo(String head, String tail) throws IOException {
        boolean isTailKnown = isKnown(tail);
        for (String link : LINKS) {
            if (!head.endsWith(link) || head.length() - link.length() < SHORTEST_PART) {
                continue;
            }
            String core = head.substring(0, head.length() - link.length());
            if (isTailKnown) {
                correct(core, "", link + tail);
            }
            if (isKnown(core)) {
                correct(tail, core + link, "");
            }
        }
    }

    /** A word, or a compound of words, that the texts have. */
    private boolean isKnown(String part) throws IOException {
        if (german.isStopWord(part)) {
            return false;
        }
        for (String stem : german.form(part).partStems()) {
            if (!terms.has(Analysis.PART + stem)) {
                return false;
            }
        }
        return true;
    }

    /** Stems have lost their ends, so they may be further away than the words they stand for. */
    private void correct(String part, String before, String behind) throws IOException {
        int slips = Slips.likely(part);
        List<Near> near = terms.of(Analysis.PART, Spelling.normal(part), slips == 0 ? 0 : 2);
        for (Near term : near.subList(0, Math.min(LOOKED_UP, near.size()))) {
            Optional<String> spelling = texts.of(term.term(), part).map(text -> text.toLowerCase(Locale.GERMAN));
            int away = spelling.map(text -> Slips.between(Spelling.normal(text), Spelling.normal(part)))
                    .orElse(0);
            if (away > 0 && away <= slips) {
                double likelihood = new Near(term.term(), away, term.use()).likelihood();
                found.add(new Corrected(before + spelling.orElseThrow() + behind, likelihood));
            }
        }
    }
}
