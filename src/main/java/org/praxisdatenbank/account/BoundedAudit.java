package org.praxisdatenbank.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;

/**
 * What anybody can cause as often as they like, such as failing to sign in, in the audit log, which keeps all for ever: of
 * each account, else of each network, one entry of a kind a minute, and {@value #MOST} of all. The rest is left out. Counted
 * in memory, for each server. Safe for use by any thread.
 */
public final class BoundedAudit {
    static final int MOST = 20;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final AuditStore audit;
    private final InstantSource clock;
    private final Set<String> written = new HashSet<>();
    private long minute;

    BoundedAudit(AuditStore audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes it, unless there is enough of it in this minute. */
    public void add(Doer doer, Deed deed) {
        @Nullable Object whose = deed.subject() == null ? doer.origin() : deed.subject();
        if (isWanted(deed.action() + " " + deed.detail() + " " + whose)) {
            audit.add(doer, deed);
        }
    }

    private synchronized boolean isWanted(String kind) {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            written.clear();
        }
        return written.size() < MOST && written.add(kind);
    }
}
