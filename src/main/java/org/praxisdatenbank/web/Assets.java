package org.praxisdatenbank.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;

/**
 * Style sheets, scripts and fonts, held in memory: some hundred kilobytes. All of them are served below one folder that
 * is named after their contents, so that browsers may keep them for ever and style sheets may name their fonts
 * relatively. Immutable.
 */
public final class Assets implements Routes {
    private static final String DIRECTORY = "/web/assets";
    private static final int FINGERPRINT_BYTES = 6;

    private final SortedMap<String, Asset> files;
    private final String folder;

    private Assets(SortedMap<String, Asset> files) {
        this.files = files;
        this.folder = "/assets/" + fingerprint(files);
    }

    /** Reads the files on the class path. */
    public static Assets load() {
        URL root = Objects.requireNonNull(Assets.class.getResource(DIRECTORY), DIRECTORY + " is not on the class path");
        try {
            return new Assets(read(root.toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("reading " + DIRECTORY, e);
        }
    }

    private static SortedMap<String, Asset> read(URI root) throws IOException {
        if (!root.getScheme().equals("jar")) {
            return read(Path.of(root));
        }
        try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
            return read(jar.getPath(DIRECTORY));
        }
    }

    private static SortedMap<String, Asset> read(Path root) throws IOException {
        SortedMap<String, Asset> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                files.put(name, Asset.of(name, Files.readAllBytes(file)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static String fingerprint(SortedMap<String, Asset> files) {
        MessageDigest digest = Fingerprint.sha256();
        files.forEach((name, file) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(file.content());
        });
        return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
    }

    /** The address of a file, {@code site.css}. */
    String address(String name) {
        return folder + "/" + name;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get(folder + "/<name>", this::answer);
    }

    private void answer(Context request) {
        String name = request.pathParam("name");
        @Nullable Asset file = files.get(name);
        // Javalin passes over a slash at the end.
        if (file == null || request.path().endsWith("/")) {
            throw new Problem.NotFound("file", name).raise();
        }
        request.status(HttpStatus.OK)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("ETag", Validators.weak(folder.substring(folder.lastIndexOf('/') + 1)));
        file.answer(request);
    }
}
