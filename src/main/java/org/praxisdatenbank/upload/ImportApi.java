package org.praxisdatenbank.upload;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.Visibility;
import org.praxisdatenbank.token.Holder;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Typed;

/** Imports by programs: the body is the file, all of it is taken in or nothing. */
public final class ImportApi implements Routes {
    private final TokenApi api;
    private final Importer importer;
    private final Visibility visibility;
    private final Limit limit;

    public ImportApi(TokenApi api, Importer importer, Visibility visibility, Limit limit) {
        this.api = api;
        this.importer = importer;
        this.visibility = visibility;
        this.limit = limit;
    }

    /**
     * What a request may take.
     *
     * @param bytes of a file
     * @param patience how long it waits until what it has changed is found
     */
    public record Limit(int bytes, Duration patience) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.post(server, "/imports", Permission.IMPORT, this::take);
    }

    private void take(Context request, Holder who) {
        boolean isDryRun = TokenApi.isDryRun(request);
        @Nullable String name = request.queryParam("name");
        ImportSource source = ImportSource.upload(
                name == null ? "body" : Typed.clean(name),
                content(request),
                Authorship.ofImport(who.account().id().value()));
        try {
            ImportResult result = isDryRun
                    ? importer.run(source, true, Progress.NONE)
                    : importer.run(
                            source, Map.of(), false, Progress.NONE, ImportDeedStore.done(TokenApi.doer(request, who)));
            answer(request, result);
        } catch (Refused unreadable) {
            Json.answer(
                    request.status(HttpStatus.UNPROCESSABLE_CONTENT),
                    json -> ImportJson.refused(json, String.valueOf(unreadable.getMessage())));
        }
    }

    private byte[] content(Context request) {
        try {
            byte[] content = request.req().getInputStream().readNBytes(limit.bytes() + 1);
            if (content.length > limit.bytes()) {
                throw new ContentTooLargeResponse();
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("reading what is imported", e);
        }
    }

    private void answer(Context request, ImportResult result) {
        boolean isSearchable = result.transaction().isEmpty()
                || visibility.await(result.transaction().getAsLong(), limit.patience()) == Visibility.Outcome.NOW;
        request.status(result.isRefused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        Json.answer(request, json -> ImportJson.write(json, result, isSearchable));
    }
}
