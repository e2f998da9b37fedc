package org.menfang.sim.fault;

import java.time.Duration;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.compound.NetworkPath;

/// What a way to the broker can do wrong.
final class BadLinks {
    private static final int DOUBLED_PERCENT = 40;
    private static final int SLOW_BYTES_A_SECOND_MIN = 1_500;
    private static final int SLOW_BYTES_A_SECOND_MAX = 20_000;
    private static final Duration LATE_MIN = Duration.ofMillis(5);
    private static final Duration LATE_MAX = Duration.ofSeconds(3);
    private static final Duration SLOW_MIN = Duration.ofMillis(600);
    private static final Duration SLOW_MAX = Duration.ofMillis(2_500);

    private BadLinks() {}

    /// Nobody hears anybody.
    static Fault lost() {
        return new AtGates(
                FaultName.LINK_LOST,
                new Rhythm(
                        Duration.ofMinutes(30),
                        Duration.ofHours(10),
                        Duration.ofSeconds(2),
                        Duration.ofHours(2)),
                (_, gate) -> gate.path().breakAt(true, true));
    }

    /// The gate is alone for three days.
    static Fault away() {
        return new AtGates(
                FaultName.LINK_AWAY,
                Rhythm.ofHours(2, 20, Duration.ofDays(3), Duration.ofDays(3)),
                (_, gate) -> gate.path().breakAt(true, true));
    }

    /// One side hears the other, and not the other way round.
    static Fault halfOpen() {
        return new AtGates(
                FaultName.LINK_HALF_OPEN,
                Rhythm.ofHours(1, 8, Duration.ofSeconds(5), Duration.ofMinutes(40)),
                BadLinks::halfOpen);
    }

    private static Runnable halfOpen(Fault.Stage stage, GateHouse gate) {
        boolean up = stage.chance().percent(50);
        return gate.path().breakAt(up, !up);
    }

    /// Many messages arrive twice.
    static Fault doubles() {
        return new AtGates(
                FaultName.LINK_DOUBLES,
                Rhythm.ofHours(1, 8, Duration.ofMinutes(1), Duration.ofHours(2)),
                BadLinks::doubling);
    }

    private static Runnable doubling(Fault.Stage stage, GateHouse gate) {
        NetworkPath path = gate.path();
        path.doubles(DOUBLED_PERCENT);
        return () -> path.doubles(0);
    }

    /// Messages overtake each other.
    static Fault reorders() {
        return new AtGates(
                FaultName.LINK_REORDERS,
                Rhythm.ofHours(1, 8, Duration.ofMinutes(1), Duration.ofHours(2)),
                BadLinks::reordering);
    }

    private static Runnable reordering(Fault.Stage stage, GateHouse gate) {
        gate.path().takes(LATE_MIN, LATE_MAX, false);
        return gate.path()::takesAsUsual;
    }

    /// Little goes through, and late.
    static Fault slow() {
        return new AtGates(
                FaultName.LINK_SLOW,
                Rhythm.ofHours(1, 10, Duration.ofMinutes(5), Duration.ofHours(3)),
                BadLinks::slowness);
    }

    private static Runnable slowness(Fault.Stage stage, GateHouse gate) {
        NetworkPath path = gate.path();
        path.throttle(stage.chance().between(SLOW_BYTES_A_SECOND_MIN, SLOW_BYTES_A_SECOND_MAX));
        path.takes(SLOW_MIN, SLOW_MAX, true);
        return () -> {
            path.throttle(0);
            path.takesAsUsual();
        };
    }
}
