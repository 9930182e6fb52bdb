package org.praxisdatenbank.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in, or not. Whoever fails is not told why: name, password and code are right or something of them is wrong,
 * and an unknown name takes as long as a known one. Safe for use by any thread.
 */
public final class SignIn {
    /** Short, or somebody could keep somebody else out. */
    static final Duration LONGEST_FOR_ACCOUNT = Duration.ofSeconds(30);

    private static final Duration LONGEST_FOR_ADDRESS = Duration.ofMinutes(15);

    private final AccountStore accounts;
    private final SecondFactorStore factors;
    private final Passwords passwords;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final Attempts attempts;
    private final InstantSource clock;

    SignIn(AccountStore accounts, SecondFactorStore factors, Passwords passwords, InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passwords = passwords;
        this.attempts = new Attempts(clock);
        this.clock = clock;
    }

    /**
     * What somebody types.
     *
     * @param code of the second factor; empty where none is set up
     */
    record Credentials(String email, String password, String code) {
        @Override
        public String toString() {
            return "credentials";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** They are who they say. */
        record Known(Account account) implements Outcome {}

        /** Something is wrong. */
        record Wrong() implements Outcome {}

        /** Too many tries; nothing was compared. */
        record Later(Duration pause) implements Outcome {}
    }

    /** @param address who tries, as a key; null: somebody on this machine */
    Outcome attempt(Credentials given, @Nullable String address) {
        return attempt(given.email(), address, () -> check(given));
    }

    /** The same for somebody whom an identity provider has named, and of whom a code is missing. */
    Outcome attemptCode(Account account, String code, @Nullable String address) {
        return attempt(account.person().email(), address, () -> Optional.of(account)
                .filter(found -> isRightCode(found.id(), code)));
    }

    private Outcome attempt(String email, @Nullable String address, Supplier<Optional<Account>> check) {
        String accountKey = "account " + Person.normal(email);
        Map<String, Duration> keys = new HashMap<>(Map.of(accountKey, LONGEST_FOR_ACCOUNT));
        if (address != null) {
            keys.put("address " + address, LONGEST_FOR_ADDRESS);
        }
        Duration wait = attempts.await(keys);
        if (!wait.isZero()) {
            return new Outcome.Later(wait);
        }
        Optional<Account> known = check.get();
        if (known.isEmpty()) {
            keys.keySet().forEach(attempts::failed);
            return new Outcome.Wrong();
        }
        attempts.succeeded(accountKey);
        accounts.signedIn(known.get().id());
        return new Outcome.Known(known.get());
    }

    private Optional<Account> check(Credentials given) {
        Optional<Account> account = accounts.find(given.email());
        @Nullable
        String hash = account.flatMap(found -> accounts.password(found.id())).orElse(null);
        boolean isRight =
                given.password().length() <= PasswordRule.LONGEST * 2 && passwords.matches(given.password(), hash);
        return account.filter(found -> isRight && found.isOpen() && isRightCode(found.id(), given.code()));
    }

    private boolean isRightCode(AccountId account, String code) {
        Optional<byte[]> secret = factors.secret(account);
        if (secret.isEmpty()) {
            return true;
        }
        OptionalLong step = codes.step(secret.get(), code, clock.instant());
        return step.isPresent() && factors.use(account, step.getAsLong());
    }
}
