package org.praxisdatenbank.transfer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads ids of the lists, old ones too; a cell of a table may hold a label instead, of any edition or a former one. */
final class TermReader {
    private final Vocabularies vocabularies;
    private final RecordFaults faults;

    TermReader(Vocabularies vocabularies, RecordFaults faults) {
        this.vocabularies = vocabularies;
        this.faults = faults;
    }

    Optional<TermId> term(RecordFields fields, String name, Vocabulary list, TextRule rule) {
        boolean isCell = fields.isCell(name);
        return fields.text(name, rule).flatMap(id -> known(fields.path(name), list, id, isCell));
    }

    /** In the order of the record. */
    List<TermId> terms(RecordFields fields, String name, Vocabulary list) {
        Set<TermId> terms = new LinkedHashSet<>();
        Set<TermId> byOldName = new HashSet<>();
        List<Json> items = fields.items(name);
        for (int i = 0; i < items.size(); i++) {
            String path = fields.path(name) + "[" + i + "]";
            Optional<TermId> known =
                    switch (items.get(i)) {
                        case Json.Text(String id) -> known(path, list, id, false);
                        case Json.Cell(String text) -> known(path, list, text, true);
                        case Json other -> {
                            faults.add(
                                    path,
                                    other.shown(),
                                    Said.of("finding.kind", other.kind(), Said.of("finding.must.id")));
                            yield Optional.empty();
                        }
                    };
            String shown = items.get(i).shown();
            known.filter(term -> isOldName(list, shown, term)).ifPresent(byOldName::add);
            known.filter(term -> !terms.add(term) && !byOldName.contains(term))
                    .ifPresent(term -> faults.add(path, shown, Said.of("finding.term.repeated")));
        }
        return List.copyOf(terms);
    }

    /** Two that were one and one meanwhile are no slip of whoever wrote both. */
    private boolean isOldName(Vocabulary list, String text, TermId term) {
        return vocabularies.find(list, text).isEmpty()
                && vocabularies.aliases(term).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Ids that admins have changed are read for ever; records never were written with other names. */
    private Optional<Term> byId(Vocabulary list, String id) {
        return Vocabulary.EDITABLE.contains(list) ? vocabularies.named(list, id) : vocabularies.find(list, id);
    }

    private Optional<TermId> known(String path, Vocabulary list, String text, boolean isCell) {
        Optional<Term> known = isCell ? vocabularies.called(list, text) : byId(list, text);
        if (known.isEmpty()) {
            Hints.Hint hint = Hints.term(vocabularies, list, text);
            faults.add(path, text, Said.of("finding.term.unknown", hint.text()), hint.suggestion());
        }
        return known.map(Term::id);
    }
}
