package org.praxisdatenbank.admin;

import io.javalin.router.JavalinDefaultRoutingApi;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.web.Routes;

/** The log of what was done, for programs. */
public final class AuditApi implements Routes {
    private final TokenApi api;
    private final AuditStore audit;

    public AuditApi(TokenApi api, AuditStore audit) {
        this.api = api;
        this.audit = audit;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.get(server, "/audit.jsonl", Permission.AUDIT, (request, who) -> AuditPages.send(request, audit));
    }
}
