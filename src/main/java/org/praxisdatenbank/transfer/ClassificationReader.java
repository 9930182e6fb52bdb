package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.PracticeJson.RecordList;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads where a record stands in the closed lists. */
final class ClassificationReader {
    private static final List<String> CRITERION_FIELDS = List.of("id", "level", "note");
    private static final TextRule NOTE = TextRule.lines(Fulfilment.NOTE_LENGTH);

    private final RecordFields fields;
    private final TermReader terms;
    private final RecordFaults faults;

    ClassificationReader(RecordFields fields, TermReader terms, RecordFaults faults) {
        this.fields = fields;
        this.terms = terms;
        this.faults = faults;
    }

    /** Empty without a type, which has been reported then. */
    Optional<Classification> read() {
        Optional<TermId> type = terms.term(fields, "type", Vocabulary.TYPE, TextRule.REQUIRED_TOKEN);
        List<TermId> all = new ArrayList<>();
        for (RecordList list : RecordList.values()) {
            all.addAll(terms.terms(fields, list.field(), list.vocabulary()));
        }
        List<Fulfilment> criteria = criteria();
        GoodPractice goodPractice = goodPractice();
        return type.map(known -> new Classification(known, all, criteria, goodPractice));
    }

    private List<Fulfilment> criteria() {
        List<Fulfilment> criteria = new ArrayList<>();
        Set<TermId> seen = new HashSet<>();
        List<Json> items = fields.items("criteria", Cells::criteria);
        for (int i = 0; i < items.size(); i++) {
            String path = "criteria[" + i + "]";
            criterion(path, items.get(i)).ifPresent(read -> {
                criteria.add(read);
                if (!seen.add(read.criterion())) {
                    faults.add(path + ".id", read.criterion().value(), Said.of("finding.criterion.repeated"));
                }
            });
        }
        return criteria;
    }

    private Optional<Fulfilment> criterion(String path, Json given) {
        Json item = given instanceof Json.Cell(String part) ? Cells.criterion(part) : given;
        if (!(item instanceof Json.Fields object)) {
            faults.add(path, item.shown(), Said.of("finding.criterion.no_object", item.kind()));
            return Optional.empty();
        }
        RecordFields criterion = new RecordFields(object, path + ".", faults);
        criterion.refuseOthers(CRITERION_FIELDS);
        Optional<TermId> id = terms.term(criterion, "id", Vocabulary.CRITERION, TextRule.REQUIRED_TOKEN);
        @Nullable Integer level = criterion.whole("level", Criterion.LOWEST_LEVEL, Criterion.HIGHEST_LEVEL);
        @Nullable String note = criterion.text("note", NOTE).orElse(null);
        return id.map(known -> new Fulfilment(known, level, note));
    }

    private GoodPractice goodPractice() {
        @Nullable Boolean passed = fields.flag("good_practice");
        @Nullable Integer year = fields.whole("good_practice_year", GoodPractice.EARLIEST, GoodPractice.LATEST);
        if (year != null && !Boolean.TRUE.equals(passed)) {
            faults.add("good_practice_year", year.toString(), Said.of("finding.good_practice_year"));
        }
        boolean isExample = Boolean.TRUE.equals(passed);
        return new GoodPractice(passed, year, new ExampleReader(fields, terms, faults).read(isExample));
    }
}
