package org.menfang.hub.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An app that works six digits out, written down a second time from RFC 6238.
final class TestNumbers {
    private static final Pattern SECRET = Pattern.compile("id=\"app-secret\">([A-Z2-7 ]+)<");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TestNumbers() {}

    /// The secret that a page shows.
    static byte[] secret(String page) {
        Matcher shown = SECRET.matcher(page);
        if (!shown.find()) {
            throw new AssertionError("no secret on the page: " + page);
        }
        ByteBuffer bytes = ByteBuffer.allocate(20);
        long held = 0;
        int bits = 0;
        for (char letter : shown.group(1).replace(" ", "").toCharArray()) {
            held = (held << 5) | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }

    static String now(byte[] secret, Clock clock) {
        return number(secret, clock.instant().getEpochSecond() / 30);
    }

    /// The number of the step after this one.
    static String next(byte[] secret, Clock clock) {
        return number(secret, clock.instant().getEpochSecond() / 30 + 1);
    }

    private static String number(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
