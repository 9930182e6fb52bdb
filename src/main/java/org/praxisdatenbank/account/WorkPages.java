package org.praxisdatenbank.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.WorkFrame.Room;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.RequestFacts;
import org.praxisdatenbank.web.SentFile;
import org.praxisdatenbank.web.SentForm;
import org.praxisdatenbank.web.Typed;

/**
 * The only way to a page for people who are signed in: what stands behind it is told who they are, so that none can forget
 * to ask. Each names the roles it is open to. Safe for use by any thread.
 */
public final class WorkPages {
    /** Sent back to nobody but us, over encrypted lines only, and out of reach of scripts. */
    static final String COOKIE = "__Host-praxis";

    /** Everybody who is signed in. */
    public static final Set<Role> ALL = Set.of(Role.values());

    /** Who reviews practices. */
    public static final Set<Role> REVIEWERS = EnumSet.of(Role.OFFICE, Role.EDITOR, Role.ADMIN);

    public static final Set<Role> EDITORS = EnumSet.of(Role.EDITOR, Role.ADMIN);
    public static final Set<Role> ADMINS = EnumSet.of(Role.ADMIN);

    /** Where one's own account is kept; open to those who still owe their second factor, too. */
    static final String OWN_ACCOUNT = "/konto";

    private static final String DONE = "getan";
    private static final String FORM_TOKEN = "_sitzung";
    private static final List<RoomFor> ROOMS = List.of(
            new RoomFor("/verwaltung", "work.room.overview", ALL),
            new RoomFor("/verwaltung/angebote", "work.room.practices", ALL),
            new RoomFor("/verwaltung/good-practice", "work.room.good_practice", ALL),
            new RoomFor("/verwaltung/bestaetigungen", "work.room.due", REVIEWERS),
            new RoomFor("/verwaltung/links", "work.room.links", REVIEWERS),
            new RoomFor("/verwaltung/import", "work.room.import", EDITORS),
            new RoomFor("/verwaltung/ohne-treffer", "work.room.fruitless", EDITORS),
            new RoomFor("/verwaltung/konten", "work.room.accounts", ADMINS),
            new RoomFor("/verwaltung/vokabulare", "work.room.lists", ADMINS),
            new RoomFor("/verwaltung/personen", "work.room.persons", ADMINS),
            new RoomFor("/verwaltung/index", "work.room.index", ADMINS),
            new RoomFor("/verwaltung/texte", "work.room.texts", ADMINS),
            new RoomFor("/verwaltung/protokoll", "work.room.audit", ADMINS),
            new RoomFor("/verwaltung/zugangsschluessel", "work.room.tokens", EDITORS),
            new RoomFor(OWN_ACCOUNT, "work.room.own", ALL));

    private final PageKit pages;
    private final Entrance entrance;
    private final AuditStore audit;
    private final List<Door> doors = new CopyOnWriteArrayList<>();

    public WorkPages(PageKit pages, Entrance entrance, AuditStore audit) {
        this.pages = pages;
        this.entrance = entrance;
        this.audit = audit;
    }

    private record RoomFor(String path, String textKey, Set<Role> roles) {}

    /** Answers a request of somebody who may make it. */
    public interface Work {
        void handle(Context request, SignedIn who);
    }

    /** An address, and whom it is open to. */
    public record Door(String method, String path, Set<Role> roles) {
        public Door {
            roles = Set.copyOf(roles);
        }
    }

    /** All addresses that are open to some only, as they were added. */
    public List<Door> doors() {
        return List.copyOf(doors);
    }

    /** Adds a page in both languages. */
    public void get(JavalinDefaultRoutingApi server, String path, Set<Role> roles, Work work) {
        doors.add(new Door("GET", path, roles));
        PageKit.get(server, path, request -> {
            Optional<SignedIn> who = whoIs(request);
            if (who.isEmpty()) {
                toSignIn(request);
                return;
            }
            letIn(request, who.get(), path, roles, work);
        });
    }

    /** Adds what takes a form in both languages. */
    public void post(JavalinDefaultRoutingApi server, String path, Set<Role> roles, Work work) {
        doors.add(new Door("POST", path, roles));
        PageKit.post(server, path, request -> {
            SignedIn who = whoIs(request).orElseThrow(() -> new Problem.Forbidden("signed_out").raise());
            checkForm(request, who);
            letIn(request, who, path, roles, work);
        });
    }

    /** Answers a request of somebody who may make it, and who sends a file. */
    public interface Receiving {
        void handle(Context request, SignedIn who, SentFile file);
    }

    /**
     * The same for a form with a file; of others than those roles nothing is read.
     *
     * @param mostBytes of the whole form; whether what is larger comes from our own page nobody asks, for it is not taken
     */
    public void upload(
            JavalinDefaultRoutingApi server,
            String path,
            Set<Role> roles,
            String field,
            int mostBytes,
            Receiving work) {
        doors.add(new Door("POST", path, roles));
        PageKit.post(server, path, request -> {
            SignedIn who = whoIs(request).orElseThrow(() -> new Problem.Forbidden("signed_out").raise());
            letIn(request, who, path, roles, (taken, same) -> {
                SentFile file = SentForm.upload(request, field, mostBytes);
                if (!(file instanceof SentFile.TooLarge)) {
                    checkForm(request, who);
                }
                work.handle(request, who, file);
            });
        });
    }

    /** Who makes a request to an address that is open to all; empty: nobody who is signed in. */
    public Optional<SignedIn> whoIs(Context request) {
        return entrance.whoIs(request.cookie(COOKIE));
    }

    private void letIn(Context request, SignedIn who, String path, Set<Role> roles, Work work) {
        request.header("Cache-Control", "no-store");
        if (!roles.contains(who.role())) {
            throw new Problem.Forbidden("role").raise();
        }
        if (entrance.owesSecondFactor(who) && !path.startsWith(OWN_ACCOUNT)) {
            back(request, OWN_ACCOUNT, "");
            return;
        }
        work.handle(request, who);
    }

    private static void checkForm(Context request, SignedIn who) {
        byte[] given = secret(request, FORM_TOKEN).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, who.formToken().getBytes(StandardCharsets.US_ASCII))) {
            throw new Problem.Forbidden("other_site").raise();
        }
    }

    private static void toSignIn(Context request) {
        @Nullable String query = request.queryString();
        String wanted = PageKit.germanPath(request) + (query == null ? "" : "?" + query);
        PageKit.seeOther(request, SignInPages.PATH + "?weiter=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /** The frame of a page with the title of that key. */
    public WorkFrame frame(Context request, SignedIn who, String titleKey, Object... arguments) {
        return frameAt(PageKit.germanPath(request), request, who, titleKey, arguments);
    }

    /** The same for the answer to a form, whose own address is no page. */
    public WorkFrame frameAt(String path, Context request, SignedIn who, String titleKey, Object... arguments) {
        String title = pages.texts(request).get(titleKey, arguments);
        Frame frame = pages.frame(request, new Frame.Head(title, title, path, false));
        return new WorkFrame(frame, who, rooms(who), done(request));
    }

    private List<Room> rooms(SignedIn who) {
        return ROOMS.stream()
                .filter(room -> room.roles().contains(who.role()))
                .map(room -> new Room(room.path(), room.textKey()))
                .toList();
    }

    private @Nullable String done(Context request) {
        @Nullable String key = request.queryParam(DONE);
        return key != null && pages.texts(request).keys().contains("done." + key)
                ? pages.texts(request).get("done." + key)
                : null;
    }

    /** Answers with a page that nobody may keep. */
    public void show(Context request, String template, Object page) {
        pages.show(request, template, page);
        request.header("Cache-Control", "no-store");
    }

    /** The same for a form; with faults it has not been taken. */
    public void show(Context request, String template, Object page, List<Fault> faults) {
        if (!faults.isEmpty()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        show(request, template, page);
    }

    /**
     * Leads on to a page after something was done, in the language of the request.
     *
     * @param path German, from the root; behind a {@code #} the id of a place on the page
     * @param done last part of the key of what is said there: {@code saved}; empty: nothing
     */
    public void back(Context request, String path, String done) {
        int place = path.indexOf('#') < 0 ? path.length() : path.indexOf('#');
        String page = path.substring(0, place);
        String mark = page.contains("?") ? "&" : "?";
        PageKit.seeOther(request, (done.isEmpty() ? page : page + mark + DONE + "=" + done) + path.substring(place));
    }

    /** Writes into the audit log what somebody has done. */
    public void note(Context request, SignedIn who, Deed deed) {
        audit.add(doer(request, who), deed);
    }

    /** Who does it, for the audit log. */
    public static Doer doer(Context request, SignedIn who) {
        return new Doer(who.account().id(), RequestFacts.network(request));
    }

    /** What was typed, as {@link Typed#clean} has it; empty: nothing. */
    public static String typed(Context request, String field) {
        return SentForm.fields(request).last(field).map(Typed::clean).orElse("");
    }

    /** The same to the letter, for passwords: a blank may belong to it. */
    public static String secret(Context request, String field) {
        return SentForm.fields(request).last(field).orElse("");
    }

    /** All that was chosen of several. */
    public static List<String> chosen(Context request, String field) {
        return SentForm.fields(request).all(field).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }
}
