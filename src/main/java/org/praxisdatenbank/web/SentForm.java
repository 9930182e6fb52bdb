package org.praxisdatenbank.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form has sent. Nothing of it ever lies on a disk, files included. */
public final class SentForm {
    /** Where Jetty looks for how to read a body of several parts. */
    private static final String MULTIPART = "org.eclipse.jetty.multipartConfig";

    /** Where the fields are kept while the request is worked on. */
    private static final String FIELDS = "fields";

    /** How much larger than it may be a form is read to its end. */
    private static final long PASSED_OVER = 8;

    private static final int PASSED_OVER_BYTES = 65_536;

    /** Name of the field in which a form says what it was made from. */
    public static final String VERSION = "stand";

    private SentForm() {}

    /** The fields of a form without files; none of a body of any other type. */
    public static QueryString fields(Context request) {
        @Nullable QueryString known = request.attribute(FIELDS);
        if (known != null) {
            return known;
        }
        QueryString fields = QueryString.parse(
                request.isFormUrlencoded() ? new String(request.bodyAsBytes(), StandardCharsets.UTF_8) : null);
        request.attribute(FIELDS, fields);
        return fields;
    }

    /** The version of what is changed that the form was made from; 0: it does not say. */
    public static long version(Context request) {
        return Typed.number(fields(request).last(VERSION).orElse("")).orElse(0);
    }

    /**
     * The file of a form with files; refuses what is larger or no such form.
     *
     * @param mostBytes of the whole form
     * @return empty where no file was chosen
     */
    public static byte[] file(Context request, String field, int mostBytes) {
        if (request.contentLength() > mostBytes) {
            passOver(request, PASSED_OVER * mostBytes);
            throw new ContentTooLargeResponse();
        }
        // the last number: up to how many bytes a part stays in memory; Javalin's own would write each into a file
        request.attribute(MULTIPART, new MultipartConfigElement("", mostBytes, mostBytes, mostBytes));
        try {
            @Nullable Part part = request.req().getPart(field);
            return part == null ? new byte[0] : content(part);
        } catch (ServletException | IOException | RuntimeException e) { // Jetty has one for each way to be wrong
            // What was not read stays on the line: whoever sends there again must not meet it, nor a line that is just
            // closed.
            request.header("Connection", "close");
            throw new BadRequestResponse();
        }
    }

    /**
     * The file of a form that has other fields too; these are the {@link #fields} from then on. Refuses what is no such
     * form.
     *
     * @param mostBytes of the whole form
     */
    public static SentFile upload(Context request, String field, int mostBytes) {
        if (request.contentLength() > mostBytes) {
            passOver(request, PASSED_OVER * mostBytes);
            return new SentFile.TooLarge();
        }
        request.attribute(MULTIPART, new MultipartConfigElement("", mostBytes, mostBytes, mostBytes));
        try {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            SentFile file = new SentFile.None();
            for (Part part : request.req().getParts()) {
                @Nullable String name = part.getSubmittedFileName();
                if (name == null) {
                    fields.computeIfAbsent(part.getName(), key -> new ArrayList<>())
                            .add(new String(content(part), StandardCharsets.UTF_8));
                } else if (part.getName().equals(field) && part.getSize() + name.length() > 0) {
                    file = new SentFile.Taken(fileName(name), content(part));
                }
            }
            request.attribute(FIELDS, QueryString.of(fields));
            return file;
        } catch (ServletException | IOException | RuntimeException e) { // as above
            request.header("Connection", "close");
            throw new BadRequestResponse();
        }
    }

    private static String fileName(String name) {
        return Typed.clean(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    /** Browsers read no answer before all is sent; what is far too large is cut off all the same. */
    private static void passOver(Context request, long mostBytes) {
        request.header("Connection", "close");
        try (InputStream body = request.req().getInputStream()) {
            byte[] buffer = new byte[PASSED_OVER_BYTES];
            long left = mostBytes;
            for (int count = body.read(buffer); count >= 0 && left > 0; count = body.read(buffer)) {
                left -= count;
            }
        } catch (IOException gone) {
            // whoever sent it does not want the answer any more
        }
    }

    private static byte[] content(Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }
}
