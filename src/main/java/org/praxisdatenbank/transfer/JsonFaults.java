package org.praxisdatenbank.transfer;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import org.praxisdatenbank.problem.Said;

/** Says in plain words why something could not be read as JSON. */
final class JsonFaults {
    private final int recordLength;

    JsonFaults(int recordLength) {
        this.recordLength = recordLength;
    }

    /**
     * What is wrong and what to do.
     *
     * @param place what names a place in this file, from line and column
     * @param parser stands where it failed
     * @throws IOException the fault itself when it is the disk's and not the file's
     */
    Said wrong(IOException fault, JsonParser parser, Place place) throws IOException {
        JsonLocation at = parser.currentLocation();
        Said where = place.of(at.getLineNr(), at.getColumnNr());
        return switch (fault) {
            case StreamConstraintsException limit -> Said.of("finding.json.limit", limit(limit), where);
            case StreamReadException end
            when end.getOriginalMessage().startsWith("Unexpected end-of-input") -> Said.of("finding.json.cut", where);
            case JsonProcessingException broken ->
                Said.of("finding.json.invalid", where, Finding.shown(broken.getOriginalMessage()));
            case StrictUtf8.NotUtf8 foreign ->
                Said.of("finding.json.not_utf8", place.of(foreign.line(), foreign.column()));
            default -> throw fault;
        };
    }

    Said tooLong() {
        return Said.of("finding.too_long", recordLength);
    }

    private Said limit(StreamConstraintsException limit) {
        String message = limit.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return Said.of("finding.json.deep");
        }
        if (message.contains("Number value")) {
            return Said.of("finding.json.digits");
        }
        if (message.contains("name")) {
            return Said.of("finding.json.name");
        }
        return tooLong();
    }

    /** How a place in the file is called. */
    interface Place {
        Said of(long line, long column);
    }
}
