package org.praxisdatenbank.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are refused before any route sees them: broken percent-encoding, headers without end. */
final class EarlyRefusals extends ErrorHandler {
    private final SecurityHeaders secure;

    EarlyRefusals(SecurityHeaders secure) {
        this.secure = secure;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(request, response);
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        secure.add(headers);
        headers.put(HttpHeader.CONTENT_TYPE, Json.PROBLEM);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body(status)), callback);
        return true;
    }

    private static int status(Request request, Response response) {
        return request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refusal
                ? refusal.getCode()
                : response.getStatus();
    }

    private static byte[] body(int status) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", status < 500 ? "/api#bad-request" : "/api#failed");
            json.writeStringField("title", status < 500 ? "The request cannot be read" : "Something went wrong");
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail(status));
            json.writeEndObject();
        });
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 414 -> "The address is too long.";
            case 431 -> "The headers are too long.";
            default ->
                status < 500
                        ? "The address or a header is not well-formed. Check its percent-encoding."
                        : "The fault is ours. Try again later.";
        };
    }
}
