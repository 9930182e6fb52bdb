package org.praxisdatenbank.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of the tests: an installed Chromium or Chrome; else Playwright's own, downloaded where the network allows
 * it; else Debian's, installed where we are root. {@code CHROMIUM} in the environment names another one.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int INSTALL_MINUTES = 10;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        Optional<Path> installed = installed();
        if (installed.isPresent()) {
            return launch(installed.get());
        }
        try {
            Playwright playwright = Playwright.create();
            return new Chromium(playwright, playwright.chromium().launch(options()));
        } catch (PlaywrightException noDownload) {
            return launch(installedByApt(noDownload));
        }
    }

    private static Chromium launch(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(options().setExecutablePath(program)));
    }

    private static LaunchOptions options() {
        Stream<String> flags = isRoot() ? Stream.of("--no-sandbox") : Stream.empty();
        return new LaunchOptions()
                .setArgs(Stream.concat(FLAGS.stream(), flags).toList())
                .setHeadless(true);
    }

    private static Optional<Path> installed() {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
        Stream<Path> onPath = path.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path installedByApt(PlaywrightException noDownload) {
        if (isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run("apt-get", "update", "-qq");
            run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        }
        return installed()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium: install it (Debian: apt-get install chromium) or name it in"
                                + " the environment variable CHROMIUM.",
                        noDownload));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("running " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
