package org.praxisdatenbank.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;

/** The parameters behind an address's question mark, in their order; the same name may come several times. */
public final class QueryString {
    private final Map<String, List<String>> values;

    private QueryString(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Raises {@link Problem.Invalid} for percent signs that encode nothing in UTF-8. */
    public static QueryString of(Context request) {
        return parse(request.queryString());
    }

    /**
     * Reads a query string. Raises {@link Problem.Invalid} for percent signs that encode nothing in UTF-8.
     *
     * @param text without the question mark; null: none
     */
    public static QueryString parse(@Nullable String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals), pair);
                if (!name.isEmpty()) {
                    values.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(equals < 0 ? "" : decoded(pair.substring(equals + 1), name));
                }
            }
        }
        return new QueryString(values);
    }

    /** Values that were sent in another way, by their names. */
    static QueryString of(Map<String, List<String>> values) {
        return new QueryString(values);
    }

    private static String decoded(String text, String parameter) {
        try {
            String decoded = URLDecoder.decode(inAscii(text), StandardCharsets.ISO_8859_1);
            byte[] bytes = decoded.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Problem.Invalid(parameter, "problem.encoding").raise();
        }
    }

    /** Browsers encode umlauts in addresses; people at a command line do not, and are understood all the same. */
    private static String inAscii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.append(c < 0x80 ? Character.toString(c) : encode(Character.toString(c))));
        return ascii.toString();
    }

    /** The same values under other names; those that come to the same name stand one behind the other. */
    public QueryString renamed(UnaryOperator<String> name) {
        Map<String, List<String>> renamed = new LinkedHashMap<>();
        values.forEach((old, all) -> renamed.computeIfAbsent(name.apply(old), key -> new ArrayList<>())
                .addAll(all));
        return new QueryString(renamed);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Every value of the parameter; none where it is missing. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
    }

    /** The last value of the parameter: who appends one to an address means that one. */
    public Optional<String> last(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Percent-encodes a value for use behind the question mark. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
