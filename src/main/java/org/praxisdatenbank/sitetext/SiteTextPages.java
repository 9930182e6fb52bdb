package org.praxisdatenbank.sitetext;

import static org.praxisdatenbank.account.WorkPages.ADMINS;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.site.SiteText;
import org.praxisdatenbank.sitetext.SiteTextPage.Preview;
import org.praxisdatenbank.sitetext.SiteTextPage.Rival;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;
import org.praxisdatenbank.web.Typed;

/** The texts of the operator's pages: a list of the pages, a form for each, and every version that there was. */
public final class SiteTextPages implements Routes {
    private static final String LIST = "/verwaltung/texte";
    private static final String PAGE = LIST + "/{seite}";
    private static final String VERSION = PAGE + "/fassungen/{nummer}";
    private static final int MOST_VERSIONS = 200;

    private final WorkPages work;
    private final TextDesk desk;
    private final SiteTextStore store;
    private final StandardTexts standard;

    public SiteTextPages(WorkPages work, TextDesk desk) {
        this.work = work;
        this.desk = desk;
        this.store = desk.store();
        this.standard = desk.standard();
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, LIST, ADMINS, this::list);
        work.get(server, PAGE, ADMINS, this::edit);
        work.post(server, PAGE, ADMINS, this::take);
        work.post(server, PAGE + "/zuruecksetzen", ADMINS, this::reset);
        work.get(server, VERSION, ADMINS, this::showVersion);
        work.post(server, VERSION + "/wiederherstellen", ADMINS, this::restore);
    }

    private static SitePage page(Context request) {
        String id = request.pathParam("seite");
        return SitePage.of(id).orElseThrow(() -> new Problem.NotFound("page", id).raise());
    }

    private static String path(SitePage page) {
        return LIST + "/" + page.id();
    }

    private WorkFrame frame(Context request, SignedIn who, SitePage page) {
        return work.frameAt(path(page), request, who, "sitetext.page." + page.id());
    }

    private void list(Context request, SignedIn who) {
        WorkFrame frame = work.frame(request, who, "sitetext.title");
        List<SiteTextList.Row> rows = desk.all().stream()
                .map(text -> SiteTextList.row(frame, text, path(text.page())))
                .toList();
        work.show(request, "sitetext/list", new SiteTextList(frame, rows));
    }

    private void edit(Context request, SignedIn who) {
        SitePage page = page(request);
        List<TextVersion> history = store.history(page, MOST_VERSIONS);
        TextPair text =
                history.isEmpty() ? TextPair.STANDARD : history.getFirst().text();
        show(request, who, page, history, text.or(standard.of(page)), List.of(), null, null);
    }

    private void show(
            Context request,
            SignedIn who,
            SitePage page,
            List<TextVersion> history,
            TextPair text,
            List<Fault> faults,
            @Nullable Preview preview,
            @Nullable Rival rival) {
        SiteTextPage shown = new SiteTextPage(
                frame(request, who, page),
                page,
                new SiteTextPage.Form(text, faults, preview, rival),
                history,
                standard.isFromHome(page));
        work.show(request, "sitetext/edit", shown, faults);
    }

    /** A text without faults is shown as it will be, or saved. */
    private void take(Context request, SignedIn who) {
        SitePage page = page(request);
        TextPair text = new TextPair(typed(request, "german"), typed(request, "english"));
        WorkFrame frame = frame(request, who, page);
        List<Fault> faults = TextDesk.faults(text).stream()
                .map(wrong -> new Fault(
                        wrong.isGerman() ? "german" : "english", frame.frame().text(wrong.why())))
                .toList();
        if (!faults.isEmpty() || typed(request, "aktion").equals("vorschau")) {
            TextPair seen = text.or(standard.of(page));
            Preview preview = new Preview(SiteText.of(seen.german()), SiteText.of(seen.english()));
            List<TextVersion> history = store.history(page, MOST_VERSIONS);
            show(request, who, page, history, text, faults, faults.isEmpty() ? preview : null, null);
            return;
        }
        save(request, who, page, text, TextDesk.SAVED);
    }

    private void save(Context request, SignedIn who, SitePage page, TextPair text, String action) {
        if (desk.save(page, SentForm.version(request), text, WorkPages.doer(request, who), action)) {
            work.back(request, path(page), action.replace('.', '_'));
            return;
        }
        request.status(HttpStatus.CONFLICT);
        List<TextVersion> history = store.history(page, MOST_VERSIONS);
        @Nullable Rival rival = history.isEmpty() ? null : Rival.of(history.getFirst(), standard.of(page));
        show(request, who, page, history, text.or(standard.of(page)), List.of(), null, rival);
    }

    private void reset(Context request, SignedIn who) {
        save(request, who, page(request), TextPair.STANDARD, TextDesk.RESET);
    }

    private TextVersion version(Context request, SitePage page) {
        String number = request.pathParam("nummer");
        return store.find(page, Typed.number(number).orElse(0))
                .orElseThrow(() -> new Problem.NotFound("page", number).raise());
    }

    private void showVersion(Context request, SignedIn who) {
        SitePage page = page(request);
        TextVersion version = version(request, page);
        TextPair text = version.text().or(standard.of(page));
        long last = store.history(page, 1).getFirst().version();
        work.show(
                request,
                "sitetext/version",
                new SiteTextVersionPage(
                        work.frame(request, who, "sitetext.version.title", version.version()),
                        version,
                        last,
                        path(page),
                        new Preview(SiteText.of(text.german()), SiteText.of(text.english()))));
    }

    private void restore(Context request, SignedIn who) {
        SitePage page = page(request);
        save(request, who, page, version(request, page).text(), TextDesk.RESTORED);
    }
}
