package org.menfang.sim.device;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Timeline;

/// The part of a door that swings. It knows how far it stands open and moves at a steady speed; it
/// knows nothing of locks.
public final class Leaf {
    /// How far it must stand open before the contact tells so.
    static final double CONTACT_OPENING = 0.06;

    private static final double CLOSED = 0;
    private static final double WIDE_OPEN = 1;

    private final Timeline timeline;
    private final Consumer<Boolean> contact;
    private Swing swing = new Swing(MonotonicTime.START, CLOSED, CLOSED, Duration.ZERO);
    private Timeline.@Nullable Planned crossing;

    /// @param contact hears each time the leaf passes the place where the contact sits: true when
    ///   it opens
    Leaf(Timeline timeline, Consumer<Boolean> contact) {
        this.timeline = timeline;
        this.contact = contact;
    }

    /// 0 for closed, 1 for wide open.
    public double opening() {
        return swing.openingAt(timeline.now());
    }

    /// Whether it lies in its frame.
    public boolean isClosed() {
        return swing.to == CLOSED && opening() == CLOSED;
    }

    /// Whether it is on its way to closed.
    boolean isFalling() {
        return swing.to == CLOSED && opening() > CLOSED;
    }

    /// @param wholeWay how long the way takes from closed to wide open
    void open(Duration wholeWay) {
        swingTo(WIDE_OPEN, wholeWay);
    }

    void close(Duration wholeWay) {
        swingTo(CLOSED, wholeWay);
    }

    private void swingTo(double target, Duration wholeWay) {
        double from = opening();
        double way = Math.abs(target - from);
        if (crossing != null) {
            crossing.cancel();
        }
        swing = new Swing(timeline.now(), from, target, share(wholeWay, way));
        if (from < CONTACT_OPENING != target < CONTACT_OPENING) {
            Duration toContact = share(wholeWay, Math.abs(CONTACT_OPENING - from));
            boolean opens = target > from;
            crossing = timeline.after(toContact, () -> contact.accept(opens));
        }
    }

    private static Duration share(Duration whole, double part) {
        return Duration.ofNanos(Math.round(whole.toNanos() * part));
    }

    /// One movement.
    private record Swing(MonotonicTime start, double from, double to, Duration lasts) {
        MonotonicTime end() {
            return start.plus(lasts);
        }

        double openingAt(MonotonicTime time) {
            if (!time.isBefore(end())) {
                return to;
            }
            double passed = (double) start.until(time).toNanos() / lasts.toNanos();
            return from + (to - from) * passed;
        }
    }
}
