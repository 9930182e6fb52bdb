package org.praxisdatenbank.transfer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads ids of the closed lists. */
final class TermReader {
    private final Vocabularies vocabularies;
    private final RecordFaults faults;

    TermReader(Vocabularies vocabularies, RecordFaults faults) {
        this.vocabularies = vocabularies;
        this.faults = faults;
    }

    Optional<TermId> term(RecordFields fields, String name, Vocabulary list, TextRule rule) {
        return fields.text(name, rule).flatMap(id -> known(fields.path(name), list, id));
    }

    /** In the order of the record. */
    List<TermId> terms(RecordFields fields, String name, Vocabulary list) {
        Set<TermId> terms = new LinkedHashSet<>();
        List<Json> items = fields.items(name);
        for (int i = 0; i < items.size(); i++) {
            String path = fields.path(name) + "[" + i + "]";
            if (!(items.get(i) instanceof Json.Text(String id))) {
                faults.add(path, items.get(i).shown(), "is " + items.get(i).kind() + ", but must be text: one id");
                continue;
            }
            known(path, list, id).ifPresent(term -> {
                if (!terms.add(term)) {
                    faults.add(path, id, "stands more than once in the list; keep one of them");
                }
            });
        }
        return List.copyOf(terms);
    }

    private Optional<TermId> known(String path, Vocabulary list, String id) {
        Optional<TermId> known = vocabularies.find(list, id).map(Term::id);
        if (known.isEmpty()) {
            faults.add(path, id, "there is no such id; " + Hints.term(vocabularies, list, id));
        }
        return known;
    }
}
