package org.praxisdatenbank.confirmation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.mail.Mail;
import org.praxisdatenbank.mail.Outbox;
import org.praxisdatenbank.web.Texts;

/** Writes to whoever can say whether a practice is still right; safe for use by any thread. */
public final class Letters {
    /** Letters of one look: what a mail server takes for no flood. The next look goes on. */
    static final int MOST = 200;

    private final DueStore due;
    private final LetterStore letters;
    private final Outbox outbox;
    private final Post post;
    private final Clock clock;

    public Letters(DueStore due, LetterStore letters, Outbox outbox, Post post, Clock clock) {
        this.due = due;
        this.letters = letters;
        this.outbox = outbox;
        this.post = post;
        this.clock = clock;
    }

    /**
     * What every letter has in common.
     *
     * @param texts German
     * @param publicUrl scheme, host and port before the link
     * @param valid how long the link holds
     */
    public record Post(Texts texts, String publicUrl, Duration valid) {}

    /** How many letters could be sent now, 200 at most. */
    public int waiting() {
        return toAsk().size();
    }

    private List<Due> toAsk() {
        return due.toAsk(LocalDate.now(clock), MOST);
    }

    /**
     * Sends a letter for each practice for which one may be sent now, 200 at most; no more once its thread is interrupted.
     *
     * @return how many
     */
    public int send() {
        int sent = 0;
        for (Due asked : toAsk()) {
            if (Thread.currentThread().isInterrupted()) {
                return sent;
            }
            // kept before it is sent: should this end here, better no letter for a month than one each day
            if (letters.make(asked.id(), asked.addressees().isContact(), post.valid())
                    .map(token -> send(asked, token))
                    .orElse(false)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(Due asked, Token token) {
        String link = post.publicUrl() + ConfirmPages.path(token);
        String text = post.texts()
                .get(
                        "mail.confirm.text",
                        asked.title(),
                        link,
                        post.valid().toDays(),
                        post.publicUrl() + "/angebote/" + asked.id().value());
        for (String email : asked.addressees().emails()) {
            outbox.send(new Mail(email, post.texts().get("mail.confirm.subject", oneLine(asked.title())), text));
        }
        return true;
    }

    private static String oneLine(String title) {
        return title.replaceAll("\\s+", " ");
    }
}
