package org.menfang.sim.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What is to happen at times of the day. It follows the clock when its course changes. Only acts
/// of the timeline may use it.
public final class Agenda {
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private final Timeline timeline;
    private final SimulationClock clock;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long added;
    private Timeline.@Nullable Planned alarm;

    public Agenda(Timeline timeline, SimulationClock clock) {
        this.timeline = timeline;
        this.clock = clock;
        clock.onChange(() -> timeline.soon(this::setAlarm));
    }

    /// Plans an act for a time of the day; for now, if that has passed.
    public void at(Instant when, Runnable act) {
        entries.add(new Entry(when, added++, act));
        setAlarm();
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::when);
    }

    private void setAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        Entry head = entries.peek();
        if (head != null) {
            alarm = timeline.at(clock.when(head.when), this::ring);
        }
    }

    private void ring() {
        alarm = null;
        Entry head = entries.peek();
        if (head != null && !head.when.isAfter(clock.world().plus(ROUNDING))) {
            entries.remove();
            setAlarm();
            head.act.run();
        } else {
            setAlarm();
        }
    }

    private record Entry(Instant when, long order, Runnable act) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = when.compareTo(other.when);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
