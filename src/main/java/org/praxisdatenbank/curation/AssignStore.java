package org.praxisdatenbank.curation;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.PracticeTermStore;
import org.praxisdatenbank.practice.PracticeTermStore.Exchange;
import org.praxisdatenbank.vocabulary.TermId;

/** Says of single practices which of two terms they carry; safe for use by any thread. */
final class AssignStore {
    /** Nobody else changes them meanwhile, nor do they change twice. */
    private static final String LOCK =
            """
            SELECT id,
                   EXISTS (SELECT FROM practice_term
                            WHERE practice = practice.id AND vocabulary = :list AND term = :current) AS has_current
              FROM practice
             WHERE id = ANY(:ids)
               AND ((:list = 'type' AND type = :old)
                OR id IN (SELECT practice FROM practice_term WHERE vocabulary = :list AND term = :old))
             ORDER BY id
               FOR UPDATE
            """;

    private final Jdbi jdbi;

    AssignStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What was chosen.
     *
     * @param old carried by all of them
     * @param instead carry the current one from now on, and not the old one
     * @param both carry the current one, too
     */
    record Assignment(TermId old, TermId current, List<PracticeId> instead, List<PracticeId> both) {
        Assignment {
            instead = List.copyOf(instead);
            both = List.copyOf(both);
        }
    }

    /** Does all of it; practices that do not carry the old term any more stay as they are. */
    Outcome apply(Assignment chosen, EditStore.Hand hand) {
        return jdbi.inTransaction(db -> {
            if (!EditStore.isAsSeen(db, chosen.old().vocabulary(), hand.seen())) {
                return new Outcome.Overtaken();
            }
            TermId old = chosen.old();
            TermId current = chosen.current();
            Authorship by = hand.by().noting(old + " → " + current.value());
            List<PracticeId> instead = locked(db, chosen, chosen.instead(), true);
            if (!instead.isEmpty()) {
                PracticeTermStore.replace(db, new Exchange(old, current, instead), by);
            }
            List<PracticeId> both = locked(db, chosen, chosen.both(), false);
            if (!both.isEmpty()) {
                PracticeTermStore.add(db, new Exchange(old, current, both), by);
            }
            AuditStore.add(db, hand.doer(), new Deed("vocabulary.assigned", old.toString(), current.value()));
            return new Outcome.Done(PracticeStore.transaction(db));
        });
    }

    private static List<PracticeId> locked(
            Handle db, Assignment chosen, Collection<PracticeId> ids, boolean mayHaveCurrent) {
        return db
                .createQuery(LOCK)
                .bind("list", chosen.old().vocabulary().id())
                .bind("old", chosen.old().value())
                .bind("current", chosen.current().value())
                .bindArray(
                        "ids", String.class, ids.stream().map(PracticeId::value).toList())
                .map((row, ctx) -> mayHaveCurrent || !row.getBoolean("has_current") ? row.getString("id") : "")
                .list()
                .stream()
                .filter(id -> !id.isEmpty())
                .map(PracticeId::new)
                .toList();
    }
}
