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
import org.praxisdatenbank.query.SearchQuery.Sort;

/**
 * Where a search goes on: the place of its last hit in the order, as text that can stand in a URL. It names a place, no
 * snapshot: what changes in between is seen as it is then, and nothing that stays put is skipped or repeated.
 */
final class Cursor {
    /** The first byte of every cursor; another form gets another. */
    private static final byte FORM = 1;
    /** Larger than any title's collation key. */
    private static final int LONGEST = 8_192;

    private Cursor() {}

    static String print(Sort sort, FieldDoc hit) {
        BytesRef id = (BytesRef) hit.fields[1];
        byte[] place = place(sort, hit.fields[0]);
        ByteBuffer bytes = ByteBuffer.allocate(3 + id.length + place.length)
                .put(FORM)
                .put(code(sort))
                .put((byte) id.length)
                .put(id.bytes, id.offset, id.length)
                .put(place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static byte[] place(Sort sort, Object value) {
        return switch (sort) {
            case RELEVANCE ->
                ByteBuffer.allocate(Float.BYTES).putFloat((Float) value).array();
            case NEWEST, UPDATED ->
                ByteBuffer.allocate(Long.BYTES).putLong((Long) value).array();
            case TITLE -> BytesRef.deepCopyOf((BytesRef) value).bytes;
        };
    }

    /** Raises {@link Problem.Invalid} for whatever is no cursor of such a search. */
    static FieldDoc read(String text, Sort sort) {
        try {
            return parse(Base64.getUrlDecoder().decode(text), sort).orElseThrow(Cursor::invalid);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return new Problem.Invalid("after", "problem.cursor").raise();
    }

    private static Optional<FieldDoc> parse(byte[] cursor, Sort sort) {
        if (cursor.length < 3 || cursor.length > LONGEST || cursor[0] != FORM || cursor[1] != code(sort)) {
            return Optional.empty();
        }
        int idLength = cursor[2];
        if (idLength < 0 || cursor.length < 3 + idLength) {
            return Optional.empty();
        }
        String id = new String(cursor, 3, idLength, StandardCharsets.US_ASCII);
        byte[] place = Arrays.copyOfRange(cursor, 3 + idLength, cursor.length);
        @Nullable Object value = value(sort, place);
        if (value == null || PracticeId.of(id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {value, new BytesRef(id)}));
    }

    private static @Nullable Object value(Sort sort, byte[] place) {
        ByteBuffer bytes = ByteBuffer.wrap(place);
        return switch (sort) {
            case RELEVANCE -> place.length == Float.BYTES ? finite(bytes.getFloat()) : null;
            case NEWEST, UPDATED -> place.length == Long.BYTES ? (Object) bytes.getLong() : null;
            case TITLE -> new BytesRef(place);
        };
    }

    private static @Nullable Float finite(float score) {
        return Float.isFinite(score) ? score : null;
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
