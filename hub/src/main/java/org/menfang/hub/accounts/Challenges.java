package org.menfang.hub.accounts;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// What passkeys are asked to sign: each once, and soon. Any thread may call it.
final class Challenges {
    static final Duration LIFE = Duration.ofMinutes(5);

    /// Most that wait for an answer; the oldest give way.
    static final int WAITING_MAX = 1_000;

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /// In the order in which they were made.
    private final Map<ByteBuffer, Waiting> waiting = new LinkedHashMap<>();

    /// @param purpose what an answer is good for
    private record Waiting(String purpose, Instant until) {}

    synchronized byte[] make(String purpose, Instant now) {
        forget(now);
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        waiting.put(ByteBuffer.wrap(challenge.clone()), new Waiting(purpose, now.plus(LIFE)));
        return challenge;
    }

    /// Whether this challenge was made for this purpose and not answered yet.
    synchronized boolean redeem(byte[] challenge, String purpose, Instant now) {
        forget(now);
        ByteBuffer key = ByteBuffer.wrap(challenge);
        Waiting known = waiting.get(key);
        if (known == null || !known.purpose().equals(purpose)) {
            return false;
        }
        waiting.remove(key);
        return true;
    }

    private void forget(Instant now) {
        Iterator<Waiting> oldest = waiting.values().iterator();
        while (oldest.hasNext()) {
            Waiting each = oldest.next();
            if (now.isBefore(each.until()) && waiting.size() < WAITING_MAX) {
                return;
            }
            oldest.remove();
        }
    }
}
