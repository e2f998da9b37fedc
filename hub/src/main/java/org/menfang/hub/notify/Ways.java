package org.menfang.hub.notify;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;

/// The ways of telling people that were set up, and when they were tested last.
public final class Ways implements Chapter {
    private final Map<WayId, Way> ways = new LinkedHashMap<>();
    private @Nullable Instant testedLast;

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("notify.way-set-up", WayEntry.WaySetUp.class),
                new EntryType<>("notify.way-paused", WayEntry.WayPaused.class),
                new EntryType<>("notify.way-resumed", WayEntry.WayResumed.class),
                new EntryType<>("notify.way-removed", WayEntry.WayRemoved.class),
                new EntryType<>("notify.ways-tested", WayEntry.WaysTested.class),
                new EntryType<>("notify.alarm-not-told", WayEntry.AlarmNotTold.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof WayEntry change) {
            switch (change) {
                case WayEntry.WaySetUp made -> setUp(made, entry.at());
                case WayEntry.WayPaused(WayId id) -> pause(id, true);
                case WayEntry.WayResumed(WayId id) -> pause(id, false);
                case WayEntry.WayRemoved(WayId id) -> ways.remove(id);
                case WayEntry.WaysTested(Instant due) -> testedLast = due;
                case WayEntry.AlarmNotTold _ -> {
                    // It stands in the log for people to read; nothing follows from it.
                }
            }
        }
    }

    private void setUp(WayEntry.WaySetUp made, Instant at) {
        if (testedLast == null) {
            // Whoever sets a way up tries it; the first test of all is a week's end later.
            testedLast = at;
        }
        ways.put(
                made.way(),
                new Way(
                        made.way(),
                        made.kind(),
                        made.name(),
                        made.owner(),
                        made.language(),
                        false));
    }

    private void pause(WayId id, boolean now) {
        ways.computeIfPresent(id, (_, way) -> way.paused(now));
    }

    /// All that are there, in the order in which they were set up.
    List<Way> all() {
        return List.copyOf(ways.values());
    }

    @Nullable Way find(WayId id) {
        return ways.get(id);
    }

    /// When all were tested last, or the first was set up; none where there was never one.
    @Nullable Instant testedLast() {
        return testedLast;
    }
}
