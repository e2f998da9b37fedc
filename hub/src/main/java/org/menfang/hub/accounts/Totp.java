package org.menfang.hub.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Numbers of six digits that a phone and the hub work out from a shared secret and the time, as in
/// RFC 6238 with SHA-1 and 30 seconds: the one form that every such app knows.
public final class Totp {
    public static final int SECRET_BYTES = 20;
    public static final int DIGITS = 6;

    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /// How many steps the clock of a phone may be off, either way.
    private static final int DRIFT_STEPS_MAX = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// The step whose number was typed; empty if there is none near this time that is later than
    /// the last one used: each number works once.
    static OptionalLong step(byte[] secret, String typed, long lastStep, Instant now) {
        String digits = typed.replace(" ", "");
        if (!digits.matches("[0-9]{" + DIGITS + "}")) {
            return OptionalLong.empty();
        }
        int number = Integer.parseInt(digits);
        long step = step(now);
        for (long near = step - DRIFT_STEPS_MAX; near <= step + DRIFT_STEPS_MAX; near++) {
            if (near > lastStep && number(secret, near) == number) {
                return OptionalLong.of(near);
            }
        }
        return OptionalLong.empty();
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /// The number of one step.
    static int number(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        return (ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % MODULUS;
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /// The secret as people type it.
    public static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret) {
            held = (held << Byte.SIZE) | (each & 0xFF);
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 0x1F));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((held << (5 - bits)) & 0x1F));
        }
        return text.toString();
    }

    /// What an app reads from a QR code.
    ///
    /// @param account plain letters and digits, so that nothing has to be escaped
    public static String address(String account, byte[] secret) {
        return String.format(
                Locale.ROOT,
                "otpauth://totp/Menfang:%s?secret=%s&issuer=Menfang",
                account,
                base32(secret));
    }
}
