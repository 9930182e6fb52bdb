package org.praxisdatenbank.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.praxisdatenbank.TestApp;

/** Somebody with a browser window of one width; remembers every request and every complaint of the browser. */
final class Visitor implements AutoCloseable {
    static final int DESK = 1280;
    static final int PHONE = 360;
    private static final int HEIGHT = 900;

    private final TestApp app;
    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visitor(TestApp app, Chromium chromium, NewContextOptions options) {
        this.app = app;
        context = chromium.browser().newContext(options.setLocale("de-DE"));
        page = context.newPage();
        context.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    static Visitor with(Chromium chromium, int width) {
        return at(TestApp.shared(), chromium, width);
    }

    /** At another server than that of most tests. */
    static Visitor at(TestApp app, Chromium chromium, int width) {
        return new Visitor(app, chromium, new NewContextOptions().setViewportSize(width, HEIGHT));
    }

    static Visitor withoutJavaScript(Chromium chromium, int width) {
        return withoutJavaScript(TestApp.shared(), chromium, width);
    }

    static Visitor withoutJavaScript(TestApp app, Chromium chromium, int width) {
        return new Visitor(
                app,
                chromium,
                new NewContextOptions().setViewportSize(width, HEIGHT).setJavaScriptEnabled(false));
    }

    /** @param path from the root, with its query string */
    Page open(String path) {
        page.navigate(app.address() + path);
        return page;
    }

    Page page() {
        return page;
    }

    /** The address of the page, from the root. */
    String path() {
        return page.url().substring(app.address().length());
    }

    /** Whatever was asked of anybody but the program itself. */
    List<String> foreignRequests() {
        return requests.stream()
                .filter(url -> !url.startsWith(app.address() + "/"))
                .toList();
    }

    List<String> complaints() {
        return complaints;
    }

    int cookies() {
        return context.cookies().size();
    }

    /** How much wider the page is than its window, in CSS pixels. */
    int overflow() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    /** For people to look at: {@code -Dpictures=FOLDER}; else nothing is done. */
    void picture(String name) {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name + "-" + page.viewportSize().width + ".png")));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
