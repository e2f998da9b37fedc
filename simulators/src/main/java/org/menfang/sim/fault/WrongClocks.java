package org.menfang.sim.fault;

import java.time.Duration;
import java.time.Instant;
import org.menfang.sim.compound.GateClock;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.TimeTrust;

/// What the wall clock of a gate can do wrong.
final class WrongClocks {
    private static final Duration STEP_MIN = Duration.ofSeconds(2);
    private static final Duration STEP_MAX = Duration.ofHours(3);
    private static final int DRIFT_MIN = 50;
    private static final int DRIFT_MAX = 500;

    private WrongClocks() {}

    /// The power was away, and the clock begins at 1970. The system knows that it has not been set.
    static Fault isAt1970() {
        return new AtGates(
                FaultName.CLOCK_1970,
                Rhythm.ofHours(2, 14, Duration.ofMinutes(2), Duration.ofMinutes(40)),
                WrongClocks::beginAt1970);
    }

    private static Runnable beginAt1970(Fault.Stage stage, GateHouse gate) {
        gate.powerOff();
        gate.startWithClockAt(Instant.EPOCH);
        return gate.clock()::mend;
    }

    /// It is set wrong, and the system believes it.
    static Fault steps() {
        return new AtGates(
                FaultName.CLOCK_STEPS,
                Rhythm.ofHours(2, 14, Duration.ofMinutes(1), Duration.ofHours(1)),
                WrongClocks::step);
    }

    private static Runnable step(Fault.Stage stage, GateHouse gate) {
        Chance chance = stage.chance();
        Duration far = chance.between(STEP_MIN, STEP_MAX);
        gate.clock().setError(chance.percent(50) ? far : far.negated());
        return gate.clock()::mend;
    }

    /// It runs too fast or too slowly, and the system believes it.
    static Fault drifts() {
        return new AtGates(
                FaultName.CLOCK_DRIFTS,
                Rhythm.ofHours(1, 8, Duration.ofHours(1), Duration.ofHours(20)),
                WrongClocks::drift);
    }

    private static Runnable drift(Fault.Stage stage, GateHouse gate) {
        Chance chance = stage.chance();
        int speed = chance.between(DRIFT_MIN, DRIFT_MAX);
        gate.clock().drift(chance.percent(50) ? speed : -speed);
        return gate.clock()::mend;
    }

    /// It is right, and the system does not know it.
    static Fault distrusted() {
        return new AtGates(
                FaultName.CLOCK_DISTRUSTED,
                Rhythm.ofHours(1, 10, Duration.ofSeconds(10), Duration.ofHours(2)),
                WrongClocks::distrust);
    }

    private static Runnable distrust(Fault.Stage stage, GateHouse gate) {
        GateClock clock = gate.clock();
        clock.setTrust(TimeTrust.UNTRUSTED);
        return clock::mend;
    }
}
