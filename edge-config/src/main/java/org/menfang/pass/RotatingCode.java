package org.menfang.pass;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.menfang.base45.Base45;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.PassId;

/// The code that a phone shows beside its pass: another one every 30 s, from a secret that only the
/// phone and the gates of the compound can find.
///
/// A gate takes the code of the step before and of the step after as well, so that a phone may be
/// wrong by 30 s and a person may be slow. Whoever guesses has three right codes of 2^32.
public final class RotatingCode {
    public static final int STEP_SECONDS = 30;

    /// How many steps a code may be away from the step of the gate.
    public static final int STEPS_AWAY_MAX = 1;

    private static final int CODE_BYTES = 4;

    /// Four bytes in Base45.
    static final int CHARS = 6;

    private RotatingCode() {}

    /// The secret of one pass: HMAC-SHA-256 of the pass id under the compound's rotation key.
    public static SecretKey secret(SecretKey rotationKey, PassId pass) {
        byte[] secret = Hmac.of(rotationKey, HexFormat.of().parseHex(pass.value()));
        return new SecretKey(HexFormat.of().withUpperCase().formatHex(secret));
    }

    /// The number of the 30 s in which a moment lies, counted from 1970.
    public static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /// The code of a step.
    public static String of(SecretKey secret, long step) {
        byte[] mac = Hmac.of(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        return Base45.encode(Arrays.copyOf(mac, CODE_BYTES));
    }

    /// The step whose code this is, if that step is now, just over or just about to come; empty for
    /// every other code.
    public static OptionalLong step(SecretKey rotationKey, PassId pass, String code, Instant now) {
        SecretKey secret = secret(rotationKey, pass);
        long here = step(now);
        for (long step = here - STEPS_AWAY_MAX; step <= here + STEPS_AWAY_MAX; step++) {
            if (isSame(code, of(secret, step))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isSame(String shown, String expected) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
