package org.praxisdatenbank.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every half minute (RFC 6238 with its usual choices); safe for use by any thread. */
final class OneTimeCodes {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** Clocks differ, and typing takes a while. */
    private static final int STEPS_AROUND = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_A_SIGN = 5;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The step whose code it is; empty: it is none of now, shortly before or shortly after. */
    OptionalLong step(byte[] secret, String code, Instant now) {
        String typed = code.replaceAll("\\s", "");
        for (int steps = -STEPS_AROUND; steps <= STEPS_AROUND; steps++) {
            Instant moment = now.plusSeconds((long) steps * STEP_SECONDS);
            if (code(secret, moment).equals(typed)) {
                return OptionalLong.of(moment.getEpochSecond() / STEP_SECONDS);
            }
        }
        return OptionalLong.empty();
    }

    String code(byte[] secret, Instant moment) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key", e);
        }
    }

    /** For typing it into an application: 32 letters and digits (RFC 4648, section 6). */
    static String text(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int waiting = 0;
        for (byte next : secret) {
            waiting = (waiting << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS_A_SIGN) {
                bits -= BITS_A_SIGN;
                text.append(BASE_32.charAt((waiting >> bits) & 0x1F));
            }
        }
        return text.toString();
    }

    /** What a QR code holds, for applications. */
    static String address(byte[] secret, String issuer, String email) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(quoted(issuer), quoted(email), text(secret), quoted(issuer));
    }

    private static String quoted(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
