package org.menfang.sim.osdp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.menfang.gate.MonotonicTime;

/// Finds packets among the bytes of a line, whatever else is on it.
final class PacketScanner {
    /// Who sends makes no longer pause within a packet.
    static final Duration PAUSE_MAX = Duration.ofMillis(20);

    private final Duration pauseMax;
    private byte[] waiting = new byte[0];
    private MonotonicTime heardAt = new MonotonicTime(0);

    PacketScanner() {
        this(PAUSE_MAX);
    }

    /// @param pauseMax after a longer pause, a packet that has begun is given up
    PacketScanner(Duration pauseMax) {
        this.pauseMax = pauseMax;
    }

    /// Something with the form of a packet.
    ///
    /// @param raw all its bytes
    /// @param whole whether its check holds
    @SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
    record Found(byte[] raw, boolean whole) {
        Header header() {
            return Header.read(raw, 0);
        }
    }

    /// Takes bytes as they come.
    List<Found> hear(MonotonicTime now, byte[] bytes) {
        if (heardAt.plus(pauseMax).isBefore(now)) {
            waiting = new byte[0];
        }
        heardAt = now;
        int had = waiting.length;
        waiting = Arrays.copyOf(waiting, had + bytes.length);
        System.arraycopy(bytes, 0, waiting, had, bytes.length);
        List<Found> found = new ArrayList<>();
        int done = scan(found);
        waiting = Arrays.copyOfRange(waiting, done, waiting.length);
        return found;
    }

    /// How many bytes are done with.
    private int scan(List<Found> found) {
        int at = 0;
        while (at < waiting.length) {
            if (waiting[at] != Header.START) {
                at++;
            } else if (waiting.length - at < Header.BYTES) {
                return at;
            } else {
                Header header = Header.read(waiting, at);
                if (!header.isPossible()) {
                    at++;
                } else if (waiting.length - at < header.length()) {
                    return at;
                } else {
                    at += take(found, at, header);
                }
            }
        }
        return at;
    }

    /// What is not whole may have begun by chance within noise, so the search goes on inside it.
    private int take(List<Found> found, int at, Header header) {
        byte[] raw = Arrays.copyOfRange(waiting, at, at + header.length());
        boolean whole = header.check().holds(raw);
        found.add(new Found(raw, whole));
        return whole ? raw.length : 1;
    }
}
