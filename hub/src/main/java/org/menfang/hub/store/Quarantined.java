package org.menfang.hub.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/// Something that came and could not be taken.
///
/// @param payload its bytes, shortened to {@link #PAYLOAD_BYTES_MAX}
@SuppressWarnings("ArrayRecordComponent") // Equality is by content, and the bytes are a copy.
public record Quarantined(Instant heardAt, String topic, String why, byte[] payload) {
    /// Most rows that are kept; the oldest make room for new ones.
    public static final int ROWS_MAX = 1_000;

    public static final int PAYLOAD_BYTES_MAX = 64 * 1024;

    private static final int TOPIC_CHARS_MAX = 200;
    private static final int WHY_CHARS_MAX = 400;

    public Quarantined {
        topic = shortened(topic, TOPIC_CHARS_MAX);
        why = shortened(why, WHY_CHARS_MAX);
        payload = Arrays.copyOf(payload, Math.min(payload.length, PAYLOAD_BYTES_MAX));
    }

    private static String shortened(String text, int charsMax) {
        return text.length() <= charsMax ? text : text.substring(0, charsMax);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quarantined(var heard, var where, var reason, var bytes)
                && heard.equals(heardAt)
                && where.equals(topic)
                && reason.equals(why)
                && Arrays.equals(bytes, payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(heardAt, topic, why, Arrays.hashCode(payload));
    }
}
