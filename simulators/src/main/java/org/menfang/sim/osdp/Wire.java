package org.menfang.sim.osdp;

import java.util.Arrays;
import org.menfang.sim.time.Chance;

/// Does to bytes what a bad line does to them.
final class Wire {
    private static final int NOISE_BYTES_MAX = 8;
    private static final int INSIDE_BYTES_MAX = 3;
    private static final int APART_BYTES_MAX = 3;

    private final Chance chance;

    Wire(Chance chance) {
        this.chance = chance;
    }

    byte[] carry(LineTroubles troubles, byte[] packet) {
        byte[] carried = packet.clone();
        if (chance.percent(troubles.turned())) {
            carried[chance.below(carried.length)] ^= (byte) (1 << chance.below(Byte.SIZE));
        }
        if (chance.percent(troubles.dropped())) {
            int count = chance.between(1, Math.min(INSIDE_BYTES_MAX, carried.length));
            int at = chance.between(0, carried.length - count);
            carried = spliced(carried, at, new byte[0], at + count);
        }
        if (chance.percent(troubles.noiseInside())) {
            int at = chance.between(0, carried.length);
            carried = spliced(carried, at, noise(INSIDE_BYTES_MAX), at);
        }
        return chance.percent(troubles.noiseBetween())
                ? spliced(carried, 0, noise(NOISE_BYTES_MAX), 0)
                : carried;
    }

    /// Two readers speak at once, hardly ever in step: where they meet, neither is heard.
    byte[] collide(byte[] one, byte[] other) {
        int apart = chance.between(1, APART_BYTES_MAX);
        byte[] both = Arrays.copyOf(one, Math.max(one.length, apart + other.length));
        for (int i = 0; i < other.length; i++) {
            int at = apart + i;
            both[at] = at < one.length ? (byte) (both[at] & other[i]) : other[i];
        }
        return both;
    }

    private byte[] noise(int bytesMax) {
        return chance.bytes(chance.between(1, bytesMax));
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] instead, int goOnAt) {
        byte[] whole = Arrays.copyOf(bytes, at + instead.length + bytes.length - goOnAt);
        System.arraycopy(instead, 0, whole, at, instead.length);
        System.arraycopy(bytes, goOnAt, whole, at + instead.length, bytes.length - goOnAt);
        return whole;
    }
}
