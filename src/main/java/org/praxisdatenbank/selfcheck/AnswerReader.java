package org.praxisdatenbank.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.praxisdatenbank.selfcheck.AnswerFileReader.Unreadable;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.Typed;

/** One answer of a file; each method refuses what it cannot use, and names its place in the file: {@code answers[2].level}. */
record AnswerReader(List<Criterion> criteria, Frame frame) {
    private static final int SHOWN = 60;
    private static final String ID = "id";
    private static final String ANSWER = "answer";
    private static final String EVIDENCE = "evidence";
    private static final Set<String> FIELDS = Set.of(ID, ANSWER, AnswerFile.LEVEL, EVIDENCE);

    Answer read(JsonNode json, String place) throws Unreadable {
        if (!json.isObject()) {
            throw new Unreadable(frame.text("selfcheck.file.answers"));
        }
        refuseOthers(json, FIELDS, place + ".");
        Criterion criterion = criterion(json.path(ID), place);
        return new Answer(
                criterion,
                stage(json, Answer.levels(criterion), place),
                text(json, EVIDENCE, place + ".", Answer.EVIDENCE_LENGTH));
    }

    private Criterion criterion(JsonNode id, String place) throws Unreadable {
        for (Criterion criterion : criteria) {
            if (id.isTextual() && criterion.term().id().value().equals(id.textValue())) {
                return criterion;
            }
        }
        throw new Unreadable(frame.text("selfcheck.file.criterion", place + ".id", shown(id.asText())));
    }

    private Stage stage(JsonNode json, int levels, String place) throws Unreadable {
        String answer = json.path(ANSWER).asText();
        if (json.has(AnswerFile.LEVEL) != answer.equals(AnswerFile.LEVEL)) {
            throw new Unreadable(frame.text("selfcheck.file.level", place + ".level", levels));
        }
        return switch (answer) {
            case AnswerFile.OPEN -> new Stage.Open();
            case Stage.NOT_BEGUN -> new Stage.NotBegun();
            case Stage.NOT_APPLICABLE -> new Stage.NotApplicable();
            case AnswerFile.LEVEL -> level(json.path(AnswerFile.LEVEL), levels, place);
            default -> throw new Unreadable(frame.text("selfcheck.file.answer", place + ".answer", shown(answer)));
        };
    }

    private Stage level(JsonNode level, int levels, String place) throws Unreadable {
        if (!level.isInt() || level.intValue() < Criterion.LOWEST_LEVEL || level.intValue() > levels) {
            throw new Unreadable(frame.text("selfcheck.file.level", place + ".level", levels));
        }
        return new Stage.Reached(level.intValue());
    }

    /** Empty where there is none. */
    String text(JsonNode json, String field, String place, int longest) throws Unreadable {
        if (!json.has(field)) {
            return "";
        }
        JsonNode value = json.path(field);
        String text = Typed.clean(value.asText());
        if (!value.isTextual() || Typed.length(text) > longest) {
            throw new Unreadable(frame.text("selfcheck.file.text", place + field, longest));
        }
        return text;
    }

    /** A foreign value in a message: in quotes, and not longer than one can read. */
    String shown(String value) {
        return frame.text("why.word", value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…");
    }

    void refuseOthers(JsonNode json, Set<String> known, String place) throws Unreadable {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new Unreadable(frame.text("selfcheck.file.field", shown(place + name)));
            }
        }
    }
}
