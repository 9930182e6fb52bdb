package org.praxisdatenbank;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.AccountsPages;
import org.praxisdatenbank.account.OwnAccountPages;
import org.praxisdatenbank.account.PeopleStore;
import org.praxisdatenbank.account.SignInPages;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.admin.AccountsApi;
import org.praxisdatenbank.admin.AuditApi;
import org.praxisdatenbank.admin.AuditPages;
import org.praxisdatenbank.admin.IndexApi;
import org.praxisdatenbank.admin.IndexDesk;
import org.praxisdatenbank.admin.IndexPages;
import org.praxisdatenbank.admin.OverviewPages;
import org.praxisdatenbank.admin.Waiting;
import org.praxisdatenbank.admin.WaitingApi;
import org.praxisdatenbank.api.ApiPages;
import org.praxisdatenbank.confirmation.ConfirmPages;
import org.praxisdatenbank.confirmation.DailyLook;
import org.praxisdatenbank.confirmation.DuePages;
import org.praxisdatenbank.confirmation.DueStore;
import org.praxisdatenbank.confirmation.LetterStore;
import org.praxisdatenbank.contact.ContactPages;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.contact.PersonPages;
import org.praxisdatenbank.contact.PersonStore;
import org.praxisdatenbank.curation.CurationPages;
import org.praxisdatenbank.curation.ListDesk;
import org.praxisdatenbank.curation.ListsApi;
import org.praxisdatenbank.curation.ListsPages;
import org.praxisdatenbank.curation.SplitPages;
import org.praxisdatenbank.curation.TermPages;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.fruitless.FruitlessApi;
import org.praxisdatenbank.fruitless.FruitlessPages;
import org.praxisdatenbank.fruitless.FruitlessSearches;
import org.praxisdatenbank.fruitless.FruitlessStore;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.goodpractice.AnswerPages;
import org.praxisdatenbank.goodpractice.AssessmentPages;
import org.praxisdatenbank.goodpractice.Assessments;
import org.praxisdatenbank.goodpractice.AssessmentsPages;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.index.Generations;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.linkcheck.LinkLook;
import org.praxisdatenbank.linkcheck.LinkPages;
import org.praxisdatenbank.linkcheck.LinkStore;
import org.praxisdatenbank.mail.FolderOutbox;
import org.praxisdatenbank.mail.Outbox;
import org.praxisdatenbank.mail.SmtpOutbox;
import org.praxisdatenbank.oidc.IdentityPages;
import org.praxisdatenbank.oidc.IdentityProvider;
import org.praxisdatenbank.oidc.OidcPages;
import org.praxisdatenbank.oidc.OidcSettings;
import org.praxisdatenbank.practice.PracticeApi;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.Published;
import org.praxisdatenbank.practice.PublishedPractices;
import org.praxisdatenbank.practice.SimilarPractices;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.progress.TerminalProgress;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.region.RegionPages;
import org.praxisdatenbank.region.RegionStore;
import org.praxisdatenbank.region.Regions;
import org.praxisdatenbank.review.Awaited;
import org.praxisdatenbank.review.ContactFormPages;
import org.praxisdatenbank.review.DraftPages;
import org.praxisdatenbank.review.Drafts;
import org.praxisdatenbank.review.DraftsPages;
import org.praxisdatenbank.review.FollowPages;
import org.praxisdatenbank.review.PartPages;
import org.praxisdatenbank.review.PublishedPages;
import org.praxisdatenbank.review.PublishedStore;
import org.praxisdatenbank.revision.Histories;
import org.praxisdatenbank.revision.RevisionApi;
import org.praxisdatenbank.revision.RevisionPages;
import org.praxisdatenbank.revision.RevisionStore;
import org.praxisdatenbank.search.ExportApi;
import org.praxisdatenbank.search.FacetApi;
import org.praxisdatenbank.search.FacetPages;
import org.praxisdatenbank.search.LanguagePages;
import org.praxisdatenbank.search.PracticeLists;
import org.praxisdatenbank.search.SearchApi;
import org.praxisdatenbank.search.SearchLimits;
import org.praxisdatenbank.search.SearchPages;
import org.praxisdatenbank.search.SearchTimes;
import org.praxisdatenbank.search.SearchUrl;
import org.praxisdatenbank.selfcheck.SelfCheckPages;
import org.praxisdatenbank.site.CrawlerPages;
import org.praxisdatenbank.site.CriteriaPages;
import org.praxisdatenbank.site.SiteTexts;
import org.praxisdatenbank.site.StartPages;
import org.praxisdatenbank.site.TextPages;
import org.praxisdatenbank.site.TopicPages;
import org.praxisdatenbank.sitetext.CurrentTexts;
import org.praxisdatenbank.sitetext.SiteTextPages;
import org.praxisdatenbank.sitetext.SiteTextStore;
import org.praxisdatenbank.sitetext.StandardTexts;
import org.praxisdatenbank.sitetext.TextDesk;
import org.praxisdatenbank.sitetext.TextsApi;
import org.praxisdatenbank.status.MetricsApi;
import org.praxisdatenbank.status.ProgressApi;
import org.praxisdatenbank.status.StatusApi;
import org.praxisdatenbank.sync.IndexKeeper;
import org.praxisdatenbank.sync.IndexWork;
import org.praxisdatenbank.sync.VerificationSchedule;
import org.praxisdatenbank.sync.Visibility;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.token.TokenPages;
import org.praxisdatenbank.token.TokenStore;
import org.praxisdatenbank.transfer.ImportHistoryStore;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.transfer.SelectionExporter;
import org.praxisdatenbank.transfer.UndoStore;
import org.praxisdatenbank.upload.CheckPages;
import org.praxisdatenbank.upload.ColumnPages;
import org.praxisdatenbank.upload.ImportApi;
import org.praxisdatenbank.upload.ImportPages;
import org.praxisdatenbank.upload.PastPages;
import org.praxisdatenbank.upload.UploadStore;
import org.praxisdatenbank.upload.UploadSweep;
import org.praxisdatenbank.upload.Uploads;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.VocabularyApi;
import org.praxisdatenbank.vocabulary.VocabularyStore;
import org.praxisdatenbank.web.Answers;
import org.praxisdatenbank.web.Assets;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: the one place that sees all parts, builds them with {@code new} and closes them in reverse. */
final class App implements AutoCloseable {
    /** Days are Germany's. */
    static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Berlin"));

    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final int PAGE_SIZE = 100;
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private final Parts parts;
    private final IndexKeeper keeper;
    private final WebServer server;
    private final Supplier<List<WorkPages.Door>> doors;
    private final Supplier<List<TokenApi.Door>> programDoors;

    private App(Config config, CompletableFuture<German> german, Parts parts) {
        this.parts = parts;
        CompletableFuture<Assets> files = CompletableFuture.supplyAsync(Assets::load);
        Database database = parts.add(Storage.open(config, Use.SERVE)).database();
        PracticeStore practices = new PracticeStore(database.jdbi());
        loadSample(config, database, practices);
        Vocabularies vocabularies = new VocabularyStore(database.jdbi()).load();
        IndexSetup setup = new IndexSetup(
                config.index(),
                vocabularies,
                german.join(),
                CLOCK,
                config.limits().query().time());
        Progress progress = TerminalProgress.lines(line -> LOG.info("{}", line));
        this.keeper =
                parts.add(IndexKeeper.start(database, setup, config.limits().following(), progress));
        ServiceCondition condition = new ServiceCondition(database, practices, keeper);
        Assets assets = files.join();
        PageKit pages = new PageKit(assets, config.home(), config.web().publicUrl(), condition::told, CLOCK);
        MetricsApi metrics = parts.add(new MetricsApi(condition, config.metrics()));
        List<Routes> features = new ArrayList<>(List.of(
                metrics,
                new StatusApi(condition, Version.get()),
                new ApiPages(pages),
                new VocabularyApi(vocabularies)));
        PublishedPractices published =
                new PublishedPractices(keeper.index().published(), practices, database::isReachable);
        Regions regions = new RegionStore(database.jdbi()).load();
        // whether a practice is running depends on the day, and the foot of a page on the last comparison
        Supplier<Object> state =
                () -> List.of(keeper.index().asOf(), LocalDate.now(CLOCK), keeper.lastCheck(), vocabularies.state());
        Answers answers = new Answers(config.limits().cacheBytes(), state, metrics::answered);
        SearchUrl urls = urls(config, vocabularies);
        FruitlessStore fruitlessStore = new FruitlessStore(database.jdbi());
        FruitlessSearches fruitless = parts.add(FruitlessSearches.start(fruitlessStore, CLOCK));
        SearchHeard heard = new SearchHeard(metrics, fruitless);
        features.addAll(searching(config, urls, published, vocabularies, pages, keeper.index(), heard, answers));
        features.add(
                new ExportApi(keeper.index(), urls, new SelectionExporter(practices), database::isReachable, CLOCK));
        Builds builds = new Builds(config.index());
        ProgressApi progressApi = new ProgressApi(builds::underWay, keeper.index()::isServing);
        features.add(progressApi);
        Accounts accounts = accounts(config, database);
        WorkPages work = new WorkPages(pages, accounts.entrance(), accounts.audit());
        doors = work::doors;
        TokenStore tokens = new TokenStore(database.jdbi());
        TokenApi programs = new TokenApi(tokens, accounts, CLOCK);
        programDoors = programs::doors;
        Drafts drafts = new Drafts(database, vocabularies, CLOCK);
        Awaited awaited = new Awaited(database, config.limits().importWait());
        ContactStore contacts =
                new ContactStore(database.jdbi(), config.people().contacts());
        ContactPages contactPages = new ContactPages(pages, published, contacts, database);
        features.add(contactPages);
        features.add(new PersonPages(work, accounts, contacts, new PersonStore(database.jdbi())));
        LetterStore letters = new LetterStore(database.jdbi(), contacts);
        SiteTextStore siteTexts = new SiteTextStore(database.jdbi());
        CurrentTexts currentTexts = parts.add(CurrentTexts.start(siteTexts));
        TextDesk textDesk = new TextDesk(
                siteTexts, new StandardTexts(pages::texts, accounts.identityProvider()), currentTexts::look);
        features.add(new SiteTextPages(work, textDesk));
        features.add(new FruitlessPages(work, fruitlessStore, CLOCK));
        DuePages due = new DuePages(work, new DueStore(database.jdbi()), CLOCK);
        features.add(due);
        features.add(new ConfirmPages(pages, letters, practices, drafts, CLOCK));
        SignInPages signIn = new SignInPages(pages, accounts);
        features.add(signIn);
        Waiting waiting = new Waiting(drafts::waiting, due::count);
        features.addAll(working(work, accounts, drafts, waiting, pages));
        features.addAll(identifying(config.people().identityProvider(), work, pages, accounts, signIn));
        LinkStore links = new LinkStore(database.jdbi());
        Duration websites = config.people().confirmation().websites();
        features.add(new LinkPages(work, links, websites.isPositive()));
        features.addAll(reviewing(work, awaited, database, practices, drafts, contacts));
        ListDesk listDesk = new ListDesk(database, vocabularies, CLOCK);
        features.addAll(curating(work, new CurationPages(work, pages, listDesk, awaited)));
        Assessments assessments = new Assessments(database, vocabularies);
        features.addAll(assessing(work, awaited, assessments));
        features.addAll(importing(config, database, work));
        IndexWork indexWork = parts.add(new IndexWork(database, setup, keeper));
        IndexDesk desk = new IndexDesk(keeper, indexWork, new Generations(setup), builds, accounts.audit());
        features.add(new IndexPages(work, desk));
        features.add(new TokenPages(work, accounts, tokens, CLOCK));
        features.addAll(List.of(
                new IndexApi(programs, desk),
                new AuditApi(programs, accounts.audit()),
                new AccountsApi(programs, pages, accounts, vocabularies),
                new ListsApi(programs, pages, listDesk, awaited),
                new TextsApi(programs, pages, textDesk),
                new FruitlessApi(programs, fruitlessStore, CLOCK),
                new WaitingApi(programs, waiting),
                importing(config, database, programs)));
        SiteTexts texts = new SiteTexts(pages, currentTexts, accounts.identityProvider());
        features.addAll(reading(published, regions, vocabularies, pages, texts, keeper.index(), contactPages));
        features.addAll(histories(practices, database, vocabularies, pages));
        server = parts.add(WebServer.start(config.web(), assets, pages, features, metrics::refused));
        parts.add(progressApi); // closed before the server, which would wait for its listeners
        parts.add(DailyLook.start(
                contacts,
                letters,
                ConfirmCommand.letters(
                        config,
                        database,
                        pages.texts(Locale.GERMAN),
                        config.web().publicUrl() == null ? "" : config.web().publicUrl()),
                config.people().confirmation().isSending()));
        if (websites.isPositive()) {
            parts.add(LinkLook.start(links, websites, robot(config)));
        }
        parts.add(VerificationSchedule.start(keeper, config.limits().verifyEvery()));
    }

    /** What the server calls itself to the websites that it looks at. */
    private static String robot(Config config) {
        @Nullable String address = config.web().publicUrl();
        return "Praxisdatenbank/" + Version.get() + " (link check" + (address == null ? ")" : "; +" + address + ")");
    }

    private static SearchUrl urls(Config config, Vocabularies vocabularies) {
        return new SearchUrl(
                vocabularies,
                new SearchLimits(
                        config.limits().query(),
                        PAGE_SIZE,
                        config.limits().pagedHits(),
                        config.limits().facetValues(),
                        config.limits().filterValues()));
    }

    /** Who learns of searches. */
    private record SearchHeard(MetricsApi metrics, FruitlessSearches fruitless) {}

    private static List<Routes> searching(
            Config config,
            SearchUrl urls,
            PublishedPractices practices,
            Vocabularies vocabularies,
            PageKit pages,
            PracticeSearch search,
            SearchHeard heard,
            Answers answers) {
        SearchTimes times = new SearchTimes(config.limits().slowSearch(), heard.metrics()::searched);
        return List.of(
                new SearchApi(search, urls, vocabularies, pages, times, answers, heard.fruitless(), practices::get),
                new SearchPages(search, urls, vocabularies, pages, times, answers, heard.fruitless(), CLOCK),
                new FacetPages(search, urls, vocabularies, pages),
                new FacetApi(search, urls, vocabularies, pages),
                new LanguagePages(search, urls.limits(), pages));
    }

    /** People, as the server and its commands know them. */
    static Accounts accounts(Config config, Database database) {
        Accounts.Rules rules = config.people().rules();
        return new Accounts(
                new PeopleStore(database.jdbi(), rules.sessions()),
                rules,
                outbox(config),
                new TokenStore(database.jdbi())::endAll,
                CLOCK);
    }

    static Outbox outbox(Config config) {
        Config.@Nullable MailServer server = config.people().mail();
        return server == null
                ? new FolderOutbox(config.home().resolve("mail"), CLOCK)
                : new SmtpOutbox(server.server(), server.isEncrypted(), server.from());
    }

    /** What is open to people who are signed in. */
    private static List<Routes> working(
            WorkPages work, Accounts accounts, Drafts drafts, Waiting waiting, PageKit pages) {
        return List.of(
                new OwnAccountPages(work, pages, accounts, CLOCK),
                new AccountsPages(work, pages, accounts, drafts.lists()),
                new OverviewPages(work, waiting),
                new AuditPages(work, accounts.audit()));
    }

    /** Signing in by an identity provider, where there is one. */
    private List<Routes> identifying(
            @Nullable OidcSettings settings, WorkPages work, PageKit pages, Accounts accounts, SignInPages signIn) {
        if (settings == null) {
            return List.of();
        }
        IdentityProvider provider = parts.add(new IdentityProvider(settings, CLOCK));
        OidcPages oidc = new OidcPages(work, pages, accounts, signIn, provider);
        return List.of(oidc, new IdentityPages(work, accounts, oidc, provider));
    }

    /** A practice's path from draft to published. */
    private static List<Routes> reviewing(
            WorkPages work,
            Awaited awaited,
            Database database,
            PracticeStore practices,
            Drafts drafts,
            ContactStore contacts) {
        PublishedStore published = new PublishedStore(database);
        PublishedPages.Publics publics =
                new PublishedPages.Publics(practices, published, new RevisionStore(database.jdbi()));
        return List.of(
                new DraftsPages(work, drafts, published),
                // before the drafts, whose address takes any word
                new PartPages(work, drafts),
                new FollowPages(work, drafts, publics.revisions()),
                new ContactFormPages(work, publics, contacts),
                new PublishedPages(work, drafts, publics, awaited, CLOCK),
                new DraftPages(work, drafts, awaited, CLOCK));
    }

    /** The lists that practices are sorted by. */
    private static List<Routes> curating(WorkPages work, CurationPages curation) {
        return List.of(new ListsPages(work, curation), new SplitPages(work, curation), new TermPages(work, curation));
    }

    /** A practice's path to a Good Practice example. */
    private static List<Routes> assessing(WorkPages work, Awaited awaited, Assessments assessments) {
        return List.of(
                new AssessmentsPages(work, assessments),
                new AnswerPages(work, assessments),
                new AssessmentPages(work, assessments, awaited, CLOCK));
    }

    /** Importing by programs. */
    private static ImportApi importing(Config config, Database database, TokenApi programs) {
        Config.Limits limits = config.limits();
        return new ImportApi(
                programs,
                new Importer(
                        new ImportStore(database.jdbi()), new ImportLimits(limits.findings(), limits.recordLength())),
                new Visibility(database),
                new ImportApi.Limit(limits.uploadBytes(), limits.importWait()));
    }

    /** Importing in the browser. */
    private List<Routes> importing(Config config, Database database, WorkPages work) {
        UploadStore store = new UploadStore(database.jdbi());
        ImportHistoryStore history = new ImportHistoryStore(database.jdbi());
        ImportLimits limits =
                new ImportLimits(config.limits().findings(), config.limits().recordLength());
        Uploads uploads = new Uploads(store, new ImportStore(database.jdbi()), limits);
        Visibility visibility = new Visibility(database);
        parts.add(UploadSweep.start(store, history));
        return List.of(
                new ImportPages(work, uploads, history, config.limits().uploadBytes()),
                new ColumnPages(work, uploads),
                new CheckPages(work, uploads, visibility),
                new PastPages(work, history, new UndoStore(database.jdbi()), visibility, CLOCK));
    }

    private static List<Routes> reading(
            PublishedPractices practices,
            Regions regions,
            Vocabularies vocabularies,
            PageKit pages,
            SiteTexts texts,
            PracticeIndex index,
            ContactPages contacts) {
        PracticeLists lists = new PracticeLists(index, vocabularies, CLOCK);
        Published published = index.published();
        // a practice can be read while there is no index yet
        SimilarPractices similar = (practice, limit) -> index.isServing() ? index.similar(practice, limit) : List.of();
        return List.of(
                new StartPages(
                        pages,
                        texts,
                        lists,
                        vocabularies,
                        regions.municipalities().size()),
                new PracticeApi(practices),
                new PracticePages(pages, practices, similar, vocabularies, contacts::isShown, CLOCK),
                // before the criteria, whose address takes any word
                new SelfCheckPages(pages, index, index::isServing, vocabularies, CLOCK),
                new CriteriaPages(pages, lists, vocabularies),
                new TopicPages(pages, lists, vocabularies),
                new RegionPages(pages, regions, lists, vocabularies),
                new TextPages(pages, texts, published, vocabularies),
                new CrawlerPages(pages, published, vocabularies));
    }

    private static List<Routes> histories(
            PracticeStore practices, Database database, Vocabularies vocabularies, PageKit pages) {
        Histories histories = new Histories(practices, new RevisionStore(database.jdbi()), database::isReachable);
        return List.of(new RevisionPages(pages, histories, vocabularies, CLOCK), new RevisionApi(histories));
    }

    /**
     * Starts everything; the server listens when this returns, and is ready after {@link #awaitReady}.
     *
     * @param german is being read while the database starts
     * @param parts takes what is opened, so that whoever ends the process while it starts can close it
     */
    static App start(Config config, CompletableFuture<German> german, Parts parts) {
        leaveRoom(config.web().load().searches());
        try {
            return new App(config, german, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /**
     * Virtual threads are never interrupted while they compute, and whom a search lets in after it goes on in its place:
     * with a thread of the system for each processor only, searches in a row would keep all else from its turn, health
     * and refusals included (measured: half a minute). More of them share the processors fairly. Java reads this when the
     * first virtual thread is made.
     */
    private static void leaveRoom(int searches) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(
                    CARRIERS, String.valueOf(searches + 2 * Runtime.getRuntime().availableProcessors()));
        }
    }

    /** A first start shows real content; what somebody has entered is never touched. */
    private static void loadSample(Config config, Database database, PracticeStore practices) {
        boolean isWanted = config.sample() == null ? config.database() == null : config.sample();
        if (isWanted && practices.isEmpty()) {
            new Importer(new ImportStore(database.jdbi()), ImportLimits.DEFAULT)
                    .run(ImportSource.sample(), false, Progress.NONE);
        }
    }

    /** Returns when searches are answered; false where the process was told to end before. */
    boolean awaitReady() {
        return keeper.awaitServing();
    }

    /** Addresses that are open to some people only. */
    List<WorkPages.Door> doors() {
        return doors.get();
    }

    /** Addresses that are open to programs with a token only. */
    List<TokenApi.Door> programDoors() {
        return programDoors.get();
    }

    /** Templates of all addresses that may change something. */
    List<String> changingAddresses() {
        return server.changingAddresses();
    }

    /** {@code http://127.0.0.1:8080}. */
    String address() {
        return server.address();
    }

    @Override
    public void close() {
        parts.close();
    }
}
