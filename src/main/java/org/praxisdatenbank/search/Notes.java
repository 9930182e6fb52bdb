package org.praxisdatenbank.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Help.WordFound;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.web.Texts;

/** What people should know about how their search was understood, one sentence or two each. */
final class Notes {
    private static final double MILLIS_IN_A_SECOND = 1000;

    private Notes() {}

    /** @param time how long a search may take */
    static List<String> of(SearchQuery query, Results results, Help help, Duration time, Texts texts) {
        List<String> notes = new ArrayList<>();
        if (results.isPartial()) {
            notes.add(texts.get("search.note.partial", time.toMillis() / MILLIS_IN_A_SECOND));
        }
        if (results.match() == Match.SOME && results.total() > 0) {
            notes.add(texts.get(query.match() == null ? "search.note.some" : "search.note.some_chosen"));
        }
        addMissing(help, texts, notes);
        if (!query.text().isEmpty() && results.understood().isBlank()) {
            notes.add(texts.get("search.note.no_word"));
        } else if (!plain(query.text()).equals(plain(results.understood()))) {
            notes.add(texts.get("search.note.understood", results.understood()));
        }
        if (results.total() > 0 && results.hits().isEmpty()) {
            notes.add(texts.get("search.note.beyond"));
        }
        return notes;
    }

    /** The words that found nothing. */
    private static void addMissing(Help help, Texts texts, List<String> notes) {
        for (WordFound word : help.words()) {
            if (word.isNowhere()) {
                boolean isInField = word.word().field() != null;
                notes.add(texts.get(isInField ? "search.note.nowhere_in" : "search.note.nowhere", word.text()));
            } else if (word.total() == 0 && help.words().size() > 1) {
                notes.add(texts.get("search.note.filtered", word.text()));
            }
        }
    }

    /** Without what makes no difference: punctuation between words, upper and lower case. */
    private static String plain(String text) {
        return text.replaceAll("[\\s,;.!:…?–—]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
