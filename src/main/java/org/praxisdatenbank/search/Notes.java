package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.web.Texts;

/** What people should know about how their search was understood, one sentence or two each. */
final class Notes {
    private Notes() {}

    static List<String> of(SearchQuery query, Results results, Texts texts) {
        List<String> notes = new ArrayList<>();
        if (results.match() == Match.SOME && results.total() > 0) {
            notes.add(texts.get(query.match() == null ? "search.note.some" : "search.note.some_chosen"));
        }
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

    /** Without what makes no difference: punctuation between words, upper and lower case. */
    private static String plain(String text) {
        return text.replaceAll("[\\s,;.!:…?]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
