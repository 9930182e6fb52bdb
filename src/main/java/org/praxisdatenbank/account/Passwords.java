package org.praxisdatenbank.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;

/**
 * Passwords as Argon2id hashes in PHC form; safe for use by any thread. Memory, passes and lanes are the first choice of
 * the OWASP Password Storage Cheat Sheet. Only a few are computed at a time, so that nobody can use up the memory, and few
 * wait, so that nobody can use up what the server does at a time: others are refused with {@link Problem.NotReady}.
 */
final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_A_TIME = 4;
    private static final int MOST_WAITING = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Semaphore turns = new Semaphore(AT_A_TIME);
    /**
     * The hash of a password that nobody knows: an unknown name takes as long as a known one. Made at the first sign-in,
     * whoever it is, as no start needs it.
     */
    private static final class Nobodys {
        private static final String HASH = hashed(Token.create().text());
    }

    String hash(String password) {
        takeTurn();
        try {
            return hashed(password);
        } finally {
            turns.release();
        }
    }

    /**
     * Compares; takes as long where there is nothing to compare with.
     *
     * @param hash null: there is no such account, or it has no password; the answer is false
     */
    boolean matches(String password, @Nullable String hash) {
        takeTurn();
        try {
            String nobodys = Nobodys.HASH;
            String other = hash == null ? nobodys : hash;
            boolean isEqual = Password.check(normal(password), other).with(Argon2Function.getInstanceFromHash(other));
            return isEqual && hash != null;
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            boolean isLet = turns.tryAcquire()
                    || (turns.getQueueLength() < MOST_WAITING
                            && turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
            if (isLet) {
                return;
            }
        } catch (InterruptedException theServerStops) {
            Thread.currentThread().interrupt();
        }
        throw new Problem.NotReady("passwords").raise();
    }

    /** Not before a password comes: from then on the library keeps as much memory as computing one hash takes. */
    private static String hashed(String password) {
        return Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID))
                .getResult();
    }

    /** One keyboard writes ü as one character, another one as two: NIST SP 800-63B, 3.1.1.2. */
    static String normal(String password) {
        return Normalizer.normalize(password, Form.NFKC);
    }
}
