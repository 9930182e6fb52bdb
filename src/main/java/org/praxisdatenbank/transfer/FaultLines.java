package org.praxisdatenbank.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as JSON Lines, each with its faults in a field of its own; what is no record is its fault alone. */
final class FaultLines {
    private final ImportSource source;
    private final int recordLength;
    private final Map<Long, String> faults;

    /** @param faults by the record, counted from 1 */
    FaultLines(ImportSource source, int recordLength, Map<Long, String> faults) {
        this.source = source;
        this.recordLength = recordLength;
        this.faults = faults;
    }

    void write(OutputStream out) throws IOException {
        try (OpenedSource opened = OpenedSource.open(source);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setRootValueSeparator(null);
            opened.rows(recordLength, Map.of()).forEach(row -> {
                try {
                    write(row, json);
                } catch (IOException e) {
                    throw new UncheckedIOException("writing records with their faults", e);
                }
            });
        }
    }

    private void write(Row row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (row instanceof Row.Read read && read.value() instanceof Json.Fields object) {
            for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                if (!field.getKey().equals(FaultColumn.FIELD)) {
                    json.writeFieldName(field.getKey());
                    write(field.getValue(), json);
                }
            }
        }
        @Nullable String fault = faults.get(row.place().row());
        if (fault != null) {
            json.writeStringField(FaultColumn.FIELD, fault);
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Half of a character, which is a fault, cannot be written. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void write(Json value, JsonGenerator json) throws IOException {
        switch (value) {
            case Json.Written text -> json.writeString(whole(text.value()));
            case Json.Unusable unusable -> json.writeString(unusable.shown());
            case Json.Digits number -> json.writeNumber(number.value());
            case Json.Bool flag -> json.writeBoolean(flag.value());
            case Json.Null nothing -> json.writeNull();
            case Json.Items items -> {
                json.writeStartArray();
                for (Json item : items.values()) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            case Json.Fields object -> {
                json.writeStartObject();
                for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                    json.writeFieldName(field.getKey());
                    write(field.getValue(), json);
                }
                json.writeEndObject();
            }
        }
    }
}
