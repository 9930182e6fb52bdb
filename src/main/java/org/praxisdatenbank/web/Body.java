package org.praxisdatenbank.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The body of an answer as it goes out, plain and, once somebody has asked for that, compressed; immutable. */
public final class Body {
    /** Below this, compressing saves less than a packet. */
    private static final int SMALLEST_COMPRESSED = 1_500;

    private final String contentType;
    private final byte[] plain;
    private final byte @Nullable [] compressed;
    private final String tag;

    private Body(String contentType, byte[] plain, byte @Nullable [] compressed, String tag) {
        this.contentType = contentType;
        this.plain = plain;
        this.compressed = compressed;
        this.tag = tag;
    }

    /** @param plain not to be changed any more */
    static Body of(String contentType, byte[] plain) {
        return new Body(contentType, plain, null, Validators.tag(plain));
    }

    /** What the writer writes, as {@code application/json}. */
    public static Body json(Json.Writer writer) {
        return of("application/json", Json.bytes(writer));
    }

    /** Bytes that it takes in memory. */
    int size() {
        return plain.length + (compressed == null ? 0 : compressed.length);
    }

    /** This very one where nobody gains from compressing, or it is done already. */
    Body compressed() {
        return plain.length < SMALLEST_COMPRESSED || compressed != null
                ? this
                : new Body(contentType, plain, Gzip.compress(plain), tag);
    }

    /** The validator of both forms. */
    String tag() {
        return tag;
    }

    /** Makes it the body of the answer, in the form that the client takes; its length is told, so it goes out at once. */
    void answer(Context request, boolean takesGzip) {
        request.contentType(contentType);
        byte[] sent = plain;
        if (takesGzip && compressed != null) {
            request.header("Content-Encoding", "gzip");
            sent = compressed;
        } else {
            request.minSizeForCompression(Integer.MAX_VALUE); // else Javalin would compress each time
        }
        request.result(sent).res().setContentLength(sent.length);
    }
}
