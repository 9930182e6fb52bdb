package org.praxisdatenbank.fruitless;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Counts in memory how many visitors searched for a text in the running month. Of a visitor it keeps a mark that is made of
 * address and text with a key that nobody knows and that ends with the month; thousands of addresses share each mark, and
 * nobody can tell that two texts came from one visitor. Safe for use by any thread.
 */
final class Tally {
    /** What fewer visitors searched for may be somebody's name, and is told nobody. */
    static final int FEW = 5;

    /** Of more the one that was searched for longest ago is forgotten. */
    static final int MOST_TEXTS = 5_000;
    /** In a month; that there are more helps nobody. */
    static final int MOST_VISITORS = 250;

    private static final int KEY_BYTES = 32;
    private static final int MARK_BITS = 20;
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Visitors> texts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Entry<String, Visitors> eldest) {
            return size() > MOST_TEXTS;
        }
    };
    /** Of a month that has ended. */
    private final List<Share> left = new ArrayList<>();

    private YearMonth month;
    private SecretKeySpec key;

    Tally(Clock clock) {
        this.clock = clock;
        this.month = YearMonth.now(clock);
        this.key = newKey();
    }

    private SecretKeySpec newKey() {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        return new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param visitor null: somebody on this machine, all of whom count as one */
    synchronized void add(String text, @Nullable String visitor) {
        turnPage();
        texts.computeIfAbsent(text, any -> new Visitors()).add(mark(text, visitor));
    }

    private int mark(String text, @Nullable String visitor) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((visitor + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(mac.doFinal()).getInt() >>> (Integer.SIZE - MARK_BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private void turnPage() {
        YearMonth now = YearMonth.now(clock);
        if (now.equals(month)) {
            return;
        }
        left.clear(); // what could not be written for a whole month
        left.addAll(dueOfMonth());
        texts.clear();
        month = now;
        key = newKey();
    }

    /** What may be kept and is not written yet. */
    synchronized List<Share> due() {
        turnPage();
        List<Share> due = new ArrayList<>(left);
        due.addAll(dueOfMonth());
        return due;
    }

    private List<Share> dueOfMonth() {
        return texts.entrySet().stream()
                .filter(text -> text.getValue().isDue())
                .map(text -> text.getValue().share(text.getKey(), month))
                .toList();
    }

    /**
     * It has been dealt with.
     *
     * @param isKept false: somebody has deleted the text meanwhile, so that it must become frequent anew
     */
    synchronized void written(Share share, boolean isKept) {
        if (left.remove(share) || !share.month().equals(month)) {
            return;
        }
        if (!isKept) {
            texts.remove(share.text());
            return;
        }
        texts.computeIfPresent(share.text(), (text, visitors) -> visitors.wrote(share.times()));
    }

    /** How many texts it knows. */
    synchronized int size() {
        return texts.size();
    }

    /** Who searched for one text. */
    private static final class Visitors {
        private int[] marks = new int[2];
        private int count;
        private int written;

        void add(int mark) {
            for (int i = 0; i < count; i++) {
                if (marks[i] == mark) {
                    return;
                }
            }
            if (count == MOST_VISITORS) {
                return;
            }
            if (count == marks.length) {
                marks = Arrays.copyOf(marks, Math.min(2 * count, MOST_VISITORS));
            }
            marks[count++] = mark;
        }

        boolean isDue() {
            return count >= FEW && count > written;
        }

        Share share(String text, YearMonth month) {
            return new Share(text, month, count - written, written == 0);
        }

        Visitors wrote(int more) {
            written += more;
            return this;
        }
    }
}
