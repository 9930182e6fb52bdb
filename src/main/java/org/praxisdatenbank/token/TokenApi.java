package org.praxisdatenbank.token;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.AccountStore;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.BoundedAudit;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.web.RequestFacts;

/**
 * The only way to what programs may do with a token: what stands behind it is told whose they are. Cookies do not count
 * here, so that no page can misuse them. Safe for use by any thread.
 */
public final class TokenApi {
    /** Of all addresses here. */
    public static final String ROOT = "/api/v1/admin";

    /** A token begins so, that who finds one in a file knows what it is. */
    static final String MARK = "pdb_";

    private static final String SCHEME = "Bearer ";

    private final TokenStore tokens;
    private final AccountStore accounts;
    private final BoundedAudit audit;
    private final Clock clock;
    private final List<Door> doors = new CopyOnWriteArrayList<>();

    public TokenApi(TokenStore tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts.store();
        this.audit = accounts.boundedAudit();
        this.clock = clock;
    }

    /** Answers a request of a program that may make it. */
    public interface Work {
        void handle(Context request, Holder who);
    }

    /**
     * An address, and what a token must be good for to open it.
     *
     * @param path below {@link #ROOT}
     */
    public record Door(String method, String path, Permission permission) {}

    /** All addresses that need a token, as they were added. */
    public List<Door> doors() {
        return List.copyOf(doors);
    }

    /** @param path below {@link #ROOT} */
    public void get(JavalinDefaultRoutingApi server, String path, Permission permission, Work work) {
        doors.add(new Door("GET", path, permission));
        server.get(ROOT + path, behind(permission, work));
    }

    /** @param path below {@link #ROOT} */
    public void post(JavalinDefaultRoutingApi server, String path, Permission permission, Work work) {
        doors.add(new Door("POST", path, permission));
        server.post(ROOT + path, behind(permission, work));
    }

    private Handler behind(Permission permission, Work work) {
        return request -> {
            Holder who = holder(request.header("Authorization")).orElseThrow(() -> unknown(request));
            if (!who.permissions().contains(permission)) {
                throw new Problem.Forbidden("permission").raise();
            }
            work.handle(request, who);
            request.header("Cache-Control", "no-store");
        };
    }

    /** Who shows nothing has only not known that something is needed. */
    private ProblemException unknown(Context request) {
        if (request.header("Authorization") != null) {
            audit.add(new Doer(null, RequestFacts.network(request)), new Deed("token.refused"));
        }
        return new Problem.Unknown().raise();
    }

    private Optional<Holder> holder(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String text = header.substring(SCHEME.length()).strip();
        return text.startsWith(MARK)
                ? Token.parse(text.substring(MARK.length()))
                        .flatMap(tokens::find)
                        .flatMap(this::holder)
                : Optional.empty();
    }

    private Optional<Holder> holder(AccessToken token) {
        Optional<Account> account = accounts.find(token.account()).filter(Account::isOpen);
        account.ifPresent(open -> tokens.used(token.number(), LocalDate.now(clock)));
        return account.map(open -> {
            SortedSet<Permission> permissions = Permission.of(open.role());
            permissions.retainAll(token.permissions());
            return new Holder(token.number(), open, permissions);
        });
    }

    /** Whether only to tell what would come of it; refuses what is neither true nor false. */
    public static boolean isDryRun(Context request) {
        @Nullable String given = request.queryParam("dry_run");
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw new Problem.Invalid("dry_run", "problem.choice", "dry_run", given, "true, false").raise();
        }
        return "true".equals(given);
    }

    /** Who does it, for the audit log. */
    public static Doer doer(Context request, Holder who) {
        return new Doer(who.account().id(), RequestFacts.network(request), who.token());
    }
}
