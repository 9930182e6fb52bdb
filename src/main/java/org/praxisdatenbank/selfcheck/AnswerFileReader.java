package org.praxisdatenbank.selfcheck;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;

/**
 * Reads what {@link AnswerFile} has written, and refuses everything else with the first thing that is wrong: a file that
 * somebody has changed by hand must not be taken for half of what it says.
 */
final class AnswerFileReader {
    /** The field of the form that sends the file, and its {@code id}. */
    static final String FIELD = "file";

    private static final Set<String> FIELDS = Set.of("format", "version", "saved", "name", "answers");
    private static final int DEEPEST = 10;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Criterion> criteria;
    private final Frame frame;

    AnswerFileReader(List<Criterion> criteria, Frame frame) {
        this.criteria = criteria;
        this.frame = frame;
    }

    /** What is wrong, for {@link #read} to tell. */
    static final class Unreadable extends Exception {
        Unreadable(String text) {
            super(text);
        }
    }

    /** @return the answers, or none and one fault of the field */
    Submission read(byte[] file) {
        try {
            return new Submission(check(tree(file)), List.of());
        } catch (Unreadable e) {
            return new Submission(SelfCheck.blank(criteria), List.of(new Fault(FIELD, String.valueOf(e.getMessage()))));
        }
    }

    private JsonNode tree(byte[] file) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable(frame.text("selfcheck.file.none"));
        }
        try {
            return JSON.readTree(file);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Unreadable(frame.text("selfcheck.file.json", Math.max(1, line)));
        } catch (IOException e) { // bytes that are no characters
            throw new Unreadable(frame.text("selfcheck.file.json", 1));
        }
    }

    private SelfCheck check(JsonNode json) throws Unreadable {
        if (!json.isObject() || !json.path("format").asText().equals(AnswerFile.FORMAT)) {
            throw new Unreadable(frame.text("selfcheck.file.format"));
        }
        AnswerReader reader = new AnswerReader(criteria, frame);
        if (!json.path("version").isInt() || json.path("version").intValue() != AnswerFile.VERSION) {
            throw new Unreadable(frame.text(
                    "selfcheck.file.version", reader.shown(json.path("version").asText()), AnswerFile.VERSION));
        }
        reader.refuseOthers(json, FIELDS, "");
        return new SelfCheck(
                reader.text(json, AnswerForm.NAME, "", SelfCheck.NAME_LENGTH), answers(json.path("answers"), reader));
    }

    private List<Answer> answers(JsonNode list, AnswerReader reader) throws Unreadable {
        if (!list.isArray()) {
            throw new Unreadable(frame.text("selfcheck.file.answers"));
        }
        Map<String, Answer> read = new HashMap<>();
        for (int place = 0; place < list.size(); place++) {
            Answer answer = reader.read(list.get(place), "answers[" + place + "]");
            if (read.put(answer.id(), answer) != null) {
                throw new Unreadable(frame.text("selfcheck.file.twice", answer.id()));
            }
        }
        return SelfCheck.blank(criteria).answers().stream()
                .map(open -> read.getOrDefault(open.id(), open))
                .toList();
    }
}
