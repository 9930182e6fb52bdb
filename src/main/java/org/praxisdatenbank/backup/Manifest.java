package org.praxisdatenbank.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;
import org.praxisdatenbank.problem.Refused;

/**
 * What stands in a backup, in its file {@value #NAME}.
 *
 * @param form of the backup itself, see {@link #FORM}
 * @param made when, as ISO 8601 in UTC: the moment that all of its rows show
 * @param program version of the program that made it
 * @param schema last migration of the database: 007
 * @param tables in the order in which they can be filled
 */
record Manifest(int form, String made, String program, String schema, List<Table> tables) {
    static final String NAME = "manifest.json";
    static final int FORM = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    Manifest {
        tables = List.copyOf(tables);
    }

    /**
     * One file of the backup: a row a line, each a JSON object, in the order of their keys.
     *
     * @param file its name within the backup
     * @param sha256 of the file's bytes, in hexadecimal digits
     */
    record Table(String name, String file, long rows, @JsonProperty("sha256") String sha256) {}

    byte[] json() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws Refused where it is none that this program can read */
    static Manifest read(byte[] json) {
        try {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.form != FORM) {
                throw new Refused(
                        ("The backup is of another form (%d) than this program reads (%d). Restore it with the"
                                        + " version of the program that made it.")
                                .formatted(manifest.form, FORM));
            }
            return manifest;
        } catch (JacksonException e) {
            throw new Refused("The " + NAME + " in the backup cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
