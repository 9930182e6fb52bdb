package org.praxisdatenbank.web;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is written while it is made, as it may be of any size. Who reads it to its end has all of it: whatever
 * fails in between breaks the connection, so that no client takes a part for the whole. Used by one thread.
 */
public final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int BUFFER_BYTES = 65_536;
    private static final String NAME = "Content-Disposition";
    private static final String TOTAL = "X-Total-Count";
    private static final List<String> OWN_HEADERS = List.of(NAME, TOTAL);

    private final Context request;
    private final DownloadType type;
    private final String fileName;
    private boolean isBegun;

    /** @param fileName as it is to be saved; letters, digits, hyphens and full stops */
    public Download(Context request, DownloadType type, String fileName) {
        this.request = request;
        this.type = type;
        this.fileName = fileName;
    }

    /** Writes it. */
    public interface Work {
        void run() throws IOException;
    }

    /** Does the work; until something was sent, what it throws is answered as everywhere. */
    public void run(Work work) {
        try {
            work.run();
        } catch (IOException failure) {
            fail(failure, new UncheckedIOException("making a download", failure));
        } catch (RuntimeException failure) {
            fail(failure, failure);
        }
    }

    private void fail(Exception failure, RuntimeException unsent) {
        if (request.res().isCommitted()) {
            breakOff(failure);
            return;
        }
        if (isBegun) {
            request.res().resetBuffer();
            OWN_HEADERS.forEach(name -> request.res().setHeader(name, null));
        }
        throw unsent;
    }

    /**
     * Sends the headers.
     *
     * @param total how many records there will be
     * @return where to write them; null: nobody wants them, only the headers
     */
    public @Nullable OutputStream begin(long total) throws IOException {
        FairUse.endSearch(request);
        request.header("Cache-Control", "no-store")
                .header(NAME, "attachment; filename=\"" + fileName + "\"")
                .header(TOTAL, String.valueOf(total));
        request.res().setContentType(mediaType());
        if (RequestFacts.isHead(request)) {
            return null;
        }
        isBegun = true;
        return new BufferedOutputStream(request.res().getOutputStream(), BUFFER_BYTES);
    }

    /** The same for what is no list of records, and always wanted. */
    public OutputStream beginWhole() throws IOException {
        request.header("Cache-Control", "no-store").header(NAME, "attachment; filename=\"" + fileName + "\"");
        request.res().setContentType(mediaType());
        isBegun = true;
        return new BufferedOutputStream(request.res().getOutputStream(), BUFFER_BYTES);
    }

    private String mediaType() {
        return type.mediaType() + (type == DownloadType.XLSX ? "" : "; charset=utf-8");
    }

    private void breakOff(Exception failure) {
        if (failure instanceof IOException) {
            LOG.debug("a download was broken off", failure); // as a rule by whoever was reading it
        } else {
            LOG.error("a download failed", failure);
        }
        ServletContextRequest.getServletContextRequest(request.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
