package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Correction;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Help.WordFound;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.QueryWords;
import org.praxisdatenbank.query.QueryWords.Leaf;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;

/** Finds out what a search that found nothing or little could have been. For one thread. */
final class SearchHelp {
    /** So many practices are enough. */
    private static final int ENOUGH = 3;
    /** Words of a query that are looked at. */
    private static final int MOST_WORDS = 8;
    /** Spellings of the whole query that are tried. */
    private static final int TRIED_SPELLINGS = 3;

    /** Another spelling is worth telling where it finds so many times as much … */
    private static final int TIMES_AS_MUCH = 2;
    /** … and so many more at least: any, where nothing was found. */
    private static final int MORE = 1;

    private final Trials trials;
    private final WordSlips slips;
    private final NearLabels labels;

    SearchHelp(IndexSearcher searcher, IndexSetup setup) throws IOException {
        this.trials = Trials.of(searcher, setup);
        this.slips = new WordSlips(trials, setup.analysis().german());
        this.labels = setup.nearLabels();
    }

    /** Not after an answer in part: what was not found may be there. */
    static boolean isNeeded(Results answer) {
        return !answer.isPartial() && (answer.total() < ENOUGH || answer.match() == Match.SOME);
    }

    /** {@link Help#NOTHING} where the time does not do. */
    Help of(SearchQuery query, Results answer) throws IOException {
        try {
            Help help = found(query, answer);
            return trials.isTimeUp() ? Help.NOTHING : help;
        } catch (ExitingReaderException timeIsUp) {
            return Help.NOTHING;
        }
    }

    private Help found(SearchQuery query, Results answer) throws IOException {
        Clause clause = QueryText.parse(query.text());
        List<Leaf> words = QueryWords.of(clause).stream()
                .limit(MOST_WORDS)
                .filter(word -> trials.isTelling(word.alone()))
                .toList();
        Map<Leaf, Integer> uses = new LinkedHashMap<>();
        Map<Leaf, List<Clause>> others = new LinkedHashMap<>();
        for (Leaf word : words) {
            int use = trials.count(word.alone());
            uses.put(word, use);
            others.put(word, slips.of(word, use));
        }
        @Nullable
        Correction corrected = correction(query, answer, clause, others).orElse(null);
        boolean isMissing = answer.total() == 0 || answer.match() == Match.SOME;
        return new Help(corrected, isMissing ? words(query, uses, others) : List.of());
    }

    private Optional<Correction> correction(
            SearchQuery query, Results answer, Clause clause, Map<Leaf, List<Clause>> others) throws IOException {
        Predicate<Leaf> isCorrectable =
                word -> !others.getOrDefault(word, List.of()).isEmpty();
        if (QueryWords.of(clause).stream().noneMatch(isCorrectable)) {
            return Optional.empty();
        }
        for (int nth = 0; nth < TRIED_SPELLINGS; nth++) {
            int likely = nth;
            Clause changed = QueryWords.changed(
                    clause, word -> Optional.of(nth(others.getOrDefault(word, List.of()), likely, word.clause())));
            String text = QueryText.print(changed);
            Results found = trials.search(query.with(text));
            if (isClearlyMore(found, answer)) {
                return Optional.of(new Correction(text, found.total()));
            }
        }
        return Optional.empty();
    }

    private static Clause nth(List<Clause> others, int nth, Clause typed) {
        return others.isEmpty() ? typed : others.get(Math.min(nth, others.size() - 1));
    }

    /** Practices with all words are more than any number with some of them. */
    private static boolean isClearlyMore(Results found, Results before) {
        if (found.match() == Match.ALL && before.match() == Match.SOME) {
            return found.total() > 0;
        }
        return found.total() >= TIMES_AS_MUCH * before.total() && found.total() >= before.total() + MORE;
    }

    private List<WordFound> words(SearchQuery query, Map<Leaf, Integer> uses, Map<Leaf, List<Clause>> others)
            throws IOException {
        List<WordFound> words = new ArrayList<>();
        for (Map.Entry<Leaf, Integer> used : uses.entrySet()) {
            Leaf word = used.getKey();
            boolean isNowhere = used.getValue() == 0;
            long total = isNowhere
                    ? 0
                    : trials.search(query.with(QueryText.print(word.alone()))).total();
            List<Clause> spelt = others.getOrDefault(word, List.of());
            words.add(new WordFound(word, total, isNowhere, isNowhere ? labels.addTo(spelt, word) : List.of()));
        }
        return words;
    }
}
