package org.menfang.sim.time;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/// Chance that comes from a seed. Each purpose has a stream of its own, so that a new purpose does
/// not change what the others draw.
public final class Chance {
    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    public static Chance of(long seed, String purpose) {
        CRC32 sum = new CRC32();
        sum.update(purpose.getBytes(StandardCharsets.UTF_8));
        return new Chance(seed * 0x9E3779B97F4A7C15L + sum.getValue());
    }

    /// A seed of its own for one purpose.
    public static long seedOf(long seed, String purpose) {
        return of(seed, purpose).random.nextLong();
    }

    /// A number from 0 up to, but without, the bound.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// A number between two, both included.
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public Duration between(Duration least, Duration most) {
        return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
    }

    /// Whether something happens that happens so many times in a hundred.
    public boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
