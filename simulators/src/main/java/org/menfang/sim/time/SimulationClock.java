package org.menfang.sim.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.TimeSource;
import org.menfang.vocabulary.TimeTrust;

/// The time of day in the simulated compound. It runs at a speed of its own, while devices and
/// durations follow the timeline.
///
/// {@link #world()} is the time that people live by. The gate's own clock ({@link #now()}) is the
/// same, plus the error that a test has given it.
public final class SimulationClock implements TimeSource {
    /// Fastest that the day may pass: one day in 8.64 s.
    public static final double SPEED_MAX = 10_000;

    private final Timeline timeline;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Course course;
    private volatile Duration error = Duration.ZERO;
    private volatile TimeTrust trust = TimeTrust.TRUSTED;

    /// @param start the time of day when the timeline stands where it is now
    /// @param speed how many seconds of the day pass in one second of the timeline
    public SimulationClock(Timeline timeline, Instant start, double speed) {
        this.timeline = timeline;
        course = new Course(timeline.now(), start, checked(speed));
    }

    private static double checked(double speed) {
        if (!(speed > 0) || speed > SPEED_MAX) {
            throw new IllegalArgumentException(
                    "the speed lies above 0 and up to " + (long) SPEED_MAX + ": " + speed);
        }
        return speed;
    }

    /// The time that people live by.
    public Instant world() {
        return course.wallAt(timeline.now());
    }

    public double speed() {
        return course.speed;
    }

    @Override
    public Moment now() {
        MonotonicTime monotonic = timeline.now();
        Instant wall = course.wallAt(monotonic).plus(error).truncatedTo(ChronoUnit.MILLIS);
        return new Moment(wall, monotonic, trust);
    }

    /// When the timeline will have come to a time of the world.
    public MonotonicTime when(Instant world) {
        return course.monotonicAt(world);
    }

    /// Calls after every change of the course of time.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void setSpeed(double speed) {
        change(world(), speed);
    }

    /// Lets some of the day be over at once, for people and gate alike.
    public void skip(Duration ahead) {
        if (ahead.isNegative()) {
            throw new IllegalArgumentException("the world's time does not go back: " + ahead);
        }
        change(world().plus(ahead), course.speed);
    }

    /// Makes the gate's clock wrong by so much; zero makes it right again.
    public void setError(Duration wrongBy) {
        error = wrongBy;
    }

    public void setTrust(TimeTrust believed) {
        trust = believed;
    }

    private void change(Instant world, double speed) {
        course = new Course(timeline.now(), world, checked(speed));
        listeners.forEach(Runnable::run);
    }

    /// A stretch of time at one speed.
    private record Course(MonotonicTime from, Instant wall, double speed) {
        Instant wallAt(MonotonicTime time) {
            double passed = (time.nanos() - from.nanos()) * speed;
            return wall.plusNanos(Math.round(passed));
        }

        MonotonicTime monotonicAt(Instant world) {
            double ahead = Duration.between(wall, world).toNanos() / speed;
            return new MonotonicTime(Math.max(0, from.nanos() + Math.round(ahead)));
        }
    }
}
