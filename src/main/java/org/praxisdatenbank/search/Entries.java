package org.praxisdatenbank.search;

import java.time.LocalDate;
import java.util.List;
import org.praxisdatenbank.practice.PracticeCard;
import org.praxisdatenbank.practice.PracticeCard.Piece;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.Fragment;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.search.SearchPage.Entry;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/** Makes the entries of a list of hits: what matches is marked, and why it does can be read. */
record Entries(SearchQuery query, Vocabularies lists, Frame frame, LocalDate today) {

    List<Entry> of(Results results) {
        return results.hits().stream()
                .map(hit -> new Entry(card(hit), Why.of(hit, query, frame).orElse(null)))
                .toList();
    }

    private PracticeCard card(Hit hit) {
        return PracticeCard.of(hit.practice(), lists, frame, today)
                .marked(pieces(hit.shown().title()), pieces(hit.shown().snippet()));
    }

    private static List<Piece> pieces(List<Fragment> fragments) {
        return fragments.stream()
                .map(fragment -> new Piece(fragment.text(), fragment.marked()))
                .toList();
    }
}
