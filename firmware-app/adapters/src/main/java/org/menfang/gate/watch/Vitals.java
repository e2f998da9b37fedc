package org.menfang.gate.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// When each part last showed that it lives, and which of them are silent for too long.
///
/// Times are those of {@link System#nanoTime}. Any thread may tell and ask.
public final class Vitals {
    private final WatchLimits limits;
    private final Map<Vital, AtomicLong> lastNanos = new EnumMap<>(Vital.class);

    /// @param nowNanos every part counts as having lived at this moment
    public Vitals(WatchLimits limits, long nowNanos) {
        this.limits = limits;
        for (Vital vital : Vital.values()) {
            lastNanos.put(vital, new AtomicLong(nowNanos));
        }
    }

    /// A part that is silent for longer than it may be.
    public record Silent(Vital vital, Duration since) {}

    public void alive(Vital vital, long nowNanos) {
        last(vital).accumulateAndGet(nowNanos, (old, now) -> now - old > 0 ? now : old);
    }

    /// The parts that are silent for too long; none of a gate that lives.
    public List<Silent> silent(long nowNanos) {
        List<Silent> all = new ArrayList<>();
        for (Vital vital : Vital.values()) {
            Duration since = Duration.ofNanos(nowNanos - last(vital).get());
            if (since.compareTo(limits.of(vital)) > 0) {
                all.add(new Silent(vital, since));
            }
        }
        return all;
    }

    private AtomicLong last(Vital vital) {
        AtomicLong last = lastNanos.get(vital);
        if (last == null) {
            throw new IllegalStateException("nobody watches " + vital);
        }
        return last;
    }
}
