package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.ExampleText.InDepth;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads what a record tells of a Good Practice example. */
final class ExampleReader {
    static final String FIELD = "good_practice_description";
    static final String CRITERIA = "criteria";
    static final List<String> TEXTS = List.of("background", "approach", "lessons", "literature");
    private static final List<String> PARTS =
            Stream.concat(TEXTS.stream(), Stream.of(CRITERIA)).toList();
    private static final List<String> CRITERION_FIELDS = List.of("id", "text");
    private static final TextRule TEXT = TextRule.lines(ExampleText.LENGTH);
    private static final TextRule REQUIRED_TEXT = TextRule.requiredLines(ExampleText.LENGTH);

    private final RecordFields fields;
    private final TermReader terms;
    private final RecordFaults faults;

    ExampleReader(RecordFields fields, TermReader terms, RecordFaults faults) {
        this.fields = fields;
        this.terms = terms;
        this.faults = faults;
    }

    /**
     * Null where nothing is told, or something else than can be, which has been reported then.
     *
     * @param isExample whether the record says that it is one; another has no description
     */
    @Nullable
    ExampleText read(boolean isExample) {
        Optional<Json.Fields> object = fields.object(FIELD, Cells::description);
        if (object.isEmpty()) {
            return null;
        }
        RecordFields parts = new RecordFields(object.get(), FIELD + ".", faults);
        parts.refuseOthers(PARTS);
        ExampleText text = new ExampleText(
                text(parts, TEXTS.get(0)),
                text(parts, TEXTS.get(1)),
                inDepth(parts),
                text(parts, TEXTS.get(2)),
                text(parts, TEXTS.get(3)));
        if (!isExample) {
            faults.add(FIELD, null, Said.of("finding.example.none"));
        } else if (object.get().fields().values().stream().allMatch(ExampleReader::isNothing)) {
            faults.add(FIELD, null, Said.of("finding.empty.optional"));
        }
        return isExample && !text.isEmpty() ? text : null;
    }

    private static boolean isNothing(Json value) {
        return value instanceof Json.Null || (value instanceof Json.Items(List<Json> items) && items.isEmpty());
    }

    private static @Nullable String text(RecordFields parts, String name) {
        return parts.text(name, TEXT).orElse(null);
    }

    private List<InDepth> inDepth(RecordFields parts) {
        List<InDepth> inDepth = new ArrayList<>();
        Set<TermId> seen = new HashSet<>();
        List<Json> items = parts.items(CRITERIA);
        for (int i = 0; i < items.size(); i++) {
            String path = parts.path(CRITERIA) + "[" + i + "]";
            criterion(path, items.get(i)).ifPresent(read -> {
                if (seen.add(read.criterion())) {
                    inDepth.add(read);
                } else {
                    faults.add(path + ".id", read.criterion().value(), Said.of("finding.criterion.repeated"));
                }
            });
        }
        return inDepth;
    }

    private Optional<InDepth> criterion(String path, Json item) {
        if (!(item instanceof Json.Fields object)) {
            faults.add(path, item.shown(), Said.of("finding.example.criterion", item.kind()));
            return Optional.empty();
        }
        RecordFields criterion = new RecordFields(object, path + ".", faults);
        criterion.refuseOthers(CRITERION_FIELDS);
        Optional<TermId> id = terms.term(criterion, "id", Vocabulary.CRITERION, TextRule.REQUIRED_TOKEN);
        Optional<String> text = criterion.text("text", REQUIRED_TEXT);
        return id.flatMap(known -> text.map(written -> new InDepth(known, written)));
    }
}
