package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** The labels of all terms that have a facet, by what may be typed to complete them; immutable. */
record LabelKeys(List<Entry> entries) {

    static LabelKeys of(Vocabularies vocabularies, Analysis analysis) {
        SuggestionTerms keys = new SuggestionTerms(analysis);
        List<Entry> entries = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            facet.vocabulary().map(vocabularies::terms).orElse(List.of()).forEach(term -> Labels.of(term)
                    .forEach(label -> entries.add(new Entry(facet, term, label, keys.keys(label)))));
        }
        return new LabelKeys(List.copyOf(entries));
    }

    /** One label of each term that begins as was typed at such a place, German before English. */
    Collection<Entry> of(KeyPlace place, Predicate<String> begins) {
        Map<TermId, Entry> found = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.keys().stream().anyMatch(key -> key.place() == place && begins.test(key.text()))) {
                found.putIfAbsent(entry.term().id(), entry);
            }
        }
        return found.values();
    }

    /** @param keys what may be typed to complete the label */
    record Entry(Facet facet, Term term, String label, List<SuggestionTerms.Key> keys) {}
}
