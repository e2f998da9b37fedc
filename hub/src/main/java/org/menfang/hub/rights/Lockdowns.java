package org.menfang.hub.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;

/// The lockdowns that one person alone wanted: one after the other without a break, they last no
/// longer than an hour in all.
public final class Lockdowns implements Chapter {
    /// How long a lockdown may last that one person wants.
    public static final int ALONE_MINUTES_MAX = 60;

    private final Map<String, Stretch> stretches = new TreeMap<>();

    /// Lockdowns without a break between them.
    private record Stretch(Instant start, Instant end) {}

    @Override
    public List<EntryType<?>> types() {
        return List.of(new EntryType<>("rights.lockdown-alone", LockdownEntry.Alone.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof LockdownEntry.Alone(CompoundId compound, int minutes)) {
            Instant end = entry.at().plus(Duration.ofMinutes(minutes));
            stretches.put(compound.value(), new Stretch(start(compound, entry.at()), end));
        }
    }

    private Instant start(CompoundId compound, Instant now) {
        Stretch last = stretches.get(compound.value());
        return last != null && now.isBefore(last.end) ? last.start : now;
    }

    /// For how many minutes one person alone may lock down now, if this many are asked for; empty
    /// if it takes two. Who asks a second time within the hour gets what is left of it.
    OptionalInt alone(CompoundId compound, @Nullable Integer minutes, Instant now) {
        if (minutes == null || minutes > ALONE_MINUTES_MAX) {
            return OptionalInt.empty();
        }
        Instant latest = start(compound, now).plus(Duration.ofMinutes(ALONE_MINUTES_MAX));
        long left = Duration.between(now, latest).toMinutes();
        return left < 1 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(minutes, left));
    }
}
