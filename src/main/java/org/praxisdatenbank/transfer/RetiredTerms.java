package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson.RecordList;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.transfer.ImportRun.Pending;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Reports terms that nobody is to choose any more, except where the practice carries them already. */
final class RetiredTerms {
    private final Vocabularies vocabularies;
    private final Set<TermId> retired;
    private final FindingLog log;

    RetiredTerms(Vocabularies vocabularies, FindingLog log) {
        this.vocabularies = vocabularies;
        this.retired = vocabularies.retired();
        this.log = log;
    }

    /** Returns where the records stand that have any. */
    Set<Place> report(List<Pending> batch, ImportStore.Transaction transaction) {
        Map<PracticeId, List<TermId>> chosen = new HashMap<>();
        for (Pending row : batch) {
            List<TermId> terms = retired(row.practice());
            if (!terms.isEmpty()) {
                chosen.put(row.id(), terms);
            }
        }
        if (chosen.isEmpty()) {
            return Set.of();
        }
        Map<PracticeId, List<TermId>> carried =
                transaction.published(chosen.keySet()).stream().collect(Collectors.toMap(Practice::id, this::retired));
        Set<Place> places = new HashSet<>();
        batch.forEach(row -> chosen.getOrDefault(row.id(), List.of()).stream()
                .filter(term -> !carried.getOrDefault(row.id(), List.of()).contains(term))
                .forEach(term -> {
                    places.add(row.place());
                    report(row, term);
                }));
        return places;
    }

    private List<TermId> retired(@Nullable Practice practice) {
        if (retired.isEmpty() || practice == null) {
            return List.of();
        }
        List<TermId> all = new ArrayList<>(practice.classification().terms());
        all.add(practice.classification().type());
        return all.stream().filter(retired::contains).toList();
    }

    private void report(Pending row, TermId term) {
        String field = RecordList.of(term.vocabulary()).map(RecordList::field).orElse("type");
        new RecordFaults(row.place(), row.id().value(), log)
                .add(field, term.value(), Said.of("finding.term.retired", vocabularies.label(term, Locale.GERMAN)));
    }
}
