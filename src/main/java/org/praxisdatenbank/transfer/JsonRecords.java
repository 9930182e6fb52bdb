package org.praxisdatenbank.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one record after the other from a parser, never more of one than the limits allow. Used by one thread. */
final class JsonRecords {
    /** The format needs three; a few more let a message name the field at fault. */
    private static final int DEPTH = 20;

    private static final int NAME_LENGTH = 1_000;

    private final int recordLength;
    private long end;

    /** @param recordLength characters a record may have */
    JsonRecords(int recordLength) {
        this.recordLength = recordLength;
    }

    JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(recordLength)
                        .maxNestingDepth(DEPTH)
                        .maxNameLength(Math.min(recordLength, NAME_LENGTH))
                        .build())
                .build();
    }

    /** The value that begins at the parser's token; null when it is too long, the parser then stands at its end. */
    @Nullable
    Json read(JsonParser parser) throws IOException {
        end = parser.currentTokenLocation().getCharOffset() + recordLength;
        Json value = value(parser);
        return isTooLong(parser) ? null : value;
    }

    private boolean isTooLong(JsonParser parser) {
        return parser.currentLocation().getCharOffset() > end;
    }

    /** Once the record turns out to be too long, what is left of it is passed over without being kept. */
    private Json value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT -> new Json.Digits(parser.getText(), true);
            case VALUE_NUMBER_FLOAT -> new Json.Digits(parser.getText(), false);
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            default -> new Json.Null();
        };
    }

    private Json items(JsonParser parser) throws IOException {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Json value = value(parser);
            if (!isTooLong(parser)) {
                values.add(value);
            }
        }
        return new Json.Items(values);
    }

    private Json fields(JsonParser parser) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        List<String> repeated = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Json value = value(parser);
            if (!isTooLong(parser) && fields.putIfAbsent(name, value) != null) {
                repeated.add(name);
            }
        }
        return new Json.Fields(fields, repeated);
    }
}
