package org.praxisdatenbank.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;

/**
 * Where a search goes on, as text that can stand in a URL: behind the place of its last hit in the order. By title and
 * time a place is the same in every state of the index, so nothing that stays put is skipped or repeated whatever else
 * changes. A score is not, so by relevance the search goes on in the state in which it began.
 *
 * @param place of the last hit
 * @param match how the words matched when the search began; practices that come later do not change it
 * @param state of the index in which the search began; only by relevance, else 0
 */
record Cursor(FieldDoc place, Match match, long state) {
    /** The first byte of every cursor; another form gets another. */
    private static final byte FORM = 2;

    private static final byte ALL = 'a';
    private static final byte SOME = 's';
    /** Form, order, match, length of the id. */
    private static final int HEAD = 4;
    /** Larger than any title's collation key. */
    private static final int LONGEST = 8_192;

    private static final int BY_SCORE = Float.BYTES + Long.BYTES;

    String print(Sort sort) {
        BytesRef id = (BytesRef) place.fields[1];
        byte[] value = bytes(sort, place.fields[0]);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + id.length + value.length)
                .put(FORM)
                .put(code(sort))
                .put(code(match))
                .put((byte) id.length)
                .put(id.bytes, id.offset, id.length)
                .put(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private byte[] bytes(Sort sort, Object value) {
        return switch (sort) {
            case RELEVANCE ->
                ByteBuffer.allocate(BY_SCORE)
                        .putFloat((Float) value)
                        .putLong(state)
                        .array();
            case NEWEST, UPDATED ->
                ByteBuffer.allocate(Long.BYTES).putLong((Long) value).array();
            case TITLE -> BytesRef.deepCopyOf((BytesRef) value).bytes;
        };
    }

    /** Raises {@link Problem.Invalid} for whatever is no cursor of such a search. */
    static Cursor read(String text, Sort sort) {
        try {
            return parse(Base64.getUrlDecoder().decode(text), sort).orElseThrow(Cursor::invalid);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return new Problem.Invalid("after", "problem.cursor").raise();
    }

    private static Optional<Cursor> parse(byte[] cursor, Sort sort) {
        if (cursor.length < HEAD || cursor.length > LONGEST || cursor[0] != FORM || cursor[1] != code(sort)) {
            return Optional.empty();
        }
        byte match = cursor[2];
        int value = HEAD + cursor[3];
        if ((match != ALL && match != SOME) || value < HEAD || value > cursor.length) {
            return Optional.empty();
        }
        String id = new String(cursor, HEAD, value - HEAD, StandardCharsets.US_ASCII);
        return PracticeId.of(id)
                .flatMap(known -> place(sort, id, Arrays.copyOfRange(cursor, value, cursor.length)))
                .map(place -> new Cursor(place, match == ALL ? Match.ALL : Match.SOME, state(sort, cursor)));
    }

    private static Optional<FieldDoc> place(Sort sort, String id, byte[] bytes) {
        return Optional.ofNullable(value(sort, bytes))
                .map(value -> new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {value, new BytesRef(id)}));
    }

    private static long state(Sort sort, byte[] cursor) {
        return sort == Sort.RELEVANCE ? ByteBuffer.wrap(cursor).getLong(cursor.length - Long.BYTES) : 0;
    }

    private static @Nullable Object value(Sort sort, byte[] place) {
        ByteBuffer bytes = ByteBuffer.wrap(place);
        return switch (sort) {
            case RELEVANCE -> place.length == BY_SCORE ? finite(bytes.getFloat()) : null;
            case NEWEST, UPDATED -> place.length == Long.BYTES ? (Object) bytes.getLong() : null;
            case TITLE -> new BytesRef(place);
        };
    }

    private static @Nullable Float finite(float score) {
        return Float.isFinite(score) ? score : null;
    }

    private static byte code(Match match) {
        return match == Match.ALL ? ALL : SOME;
    }

    private static byte code(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> 'r';
            case NEWEST -> 'n';
            case UPDATED -> 'u';
            case TITLE -> 't';
        };
    }
}
