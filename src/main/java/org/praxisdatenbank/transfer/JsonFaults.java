package org.praxisdatenbank.transfer;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.util.Locale;

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
    String message(IOException fault, JsonParser parser, Place place) throws IOException {
        JsonLocation at = parser.currentLocation();
        String where = place.of(at.getLineNr(), at.getColumnNr());
        return switch (fault) {
            case StreamConstraintsException limit -> limit(limit) + " (" + where + ")";
            case StreamReadException end
            when end.getOriginalMessage().startsWith("Unexpected end-of-input") ->
                "the text ends in the middle of a record (" + where
                        + "); it was probably cut short: get all of it and import again";
            case JsonProcessingException broken ->
                "not valid JSON at " + where + ": " + Finding.shown(broken.getOriginalMessage()) + "; correct it there";
            case StrictUtf8.NotUtf8 foreign ->
                "not UTF-8 at " + place.of(foreign.line(), foreign.column())
                        + "; save the file in UTF-8 and import again";
            default -> throw fault;
        };
    }

    String tooLong() {
        return "the record is longer than " + number(recordLength) + " characters; shorten it";
    }

    private String limit(StreamConstraintsException limit) {
        String message = limit.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return "lists and objects are nested too deep; the record format needs three levels";
        }
        if (message.contains("Number value")) {
            return "a number has too many digits; correct it";
        }
        if (message.contains("name")) {
            return "the name of a field is too long; correct it";
        }
        return tooLong();
    }

    private static String number(int value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** How a place in the file is called. */
    interface Place {
        String of(long line, long column);
    }
}
