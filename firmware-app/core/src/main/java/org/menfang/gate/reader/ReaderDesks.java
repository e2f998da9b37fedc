package org.menfang.gate.reader;

import java.util.Optional;
import java.util.TreeMap;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.ReaderId;

/// The readers of the gate.
public final class ReaderDesks implements Timed {
    private final TreeMap<ReaderId, ReaderDesk> desks = new TreeMap<>();

    public ReaderDesks(Site site, Alarms alarms) {
        for (ReaderPlan plan : site.readers()) {
            site.accessPointOf(plan.id())
                    .ifPresent(point -> desks.put(plan.id(), new ReaderDesk(plan, point, alarms)));
        }
    }

    public ReaderDesk desk(ReaderId id) {
        ReaderDesk found = desks.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no access point has the reader " + id);
        }
        return found;
    }

    /// The reader of an access point; empty where it has none.
    public Optional<ReaderDesk> at(AccessPointId accessPoint) {
        return desks.values().stream()
                .filter(desk -> desk.accessPoint().id().equals(accessPoint))
                .findFirst();
    }

    /// Writes down what was only counted so far.
    public void tellCounts(Turn turn) {
        desks.values().forEach(desk -> desk.tellCount(turn));
    }

    @Override
    public MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (ReaderDesk each : desks.values()) {
            nearest = MonotonicTime.earliest(nearest, each.wakeAt());
        }
        return nearest;
    }

    @Override
    public void timeIsDue(Turn turn) {
        desks.values().forEach(desk -> desk.timeIsDue(turn));
    }
}
