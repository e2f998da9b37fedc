package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateClock;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.Weather;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;

/// Which promises of service nobody gave in which weather. A promise of safety has no excuse. Each
/// excuse names the faults that it needs, and for how long after them it holds.
final class Excuses {
    /// A gate without power answers nobody. It starts 20 s after the power is back, and whoever
    /// came meanwhile tries for a while and only then says what became of it.
    private static final Set<FaultName> DARK =
            EnumSet.of(FaultName.POWER_CUT, FaultName.CLOCK_1970, FaultName.DISK_LIES);

    private static final Duration AFTER_THE_DARK = Duration.ofMinutes(1);

    /// A gate that cannot write denies what uses something up, and what it writes comes later.
    private static final Set<FaultName> SICK_DISK =
            EnumSet.of(
                    FaultName.DISK_FULL,
                    FaultName.DISK_READ_ONLY,
                    FaultName.DISK_FAILS,
                    FaultName.DISK_STALLS);

    /// What one gate granted does not reach the others while anything on its way is not well: its
    /// power, its disk, a link, the broker, the hub.
    private static final Set<FaultName> NO_NEWS =
            EnumSet.complementOf(
                    EnumSet.of(
                            FaultName.CLOCK_STEPS,
                            FaultName.CLOCK_DRIFTS,
                            FaultName.CLOCK_DISTRUSTED,
                            FaultName.LOOP_STUCK,
                            FaultName.LOOP_EDGE_LOST));

    /// Until then a gate may know, from a time that a trusted clock showed, that its clock was set
    /// back: it does not believe it again before it has caught up.
    private static final Duration CLOCK_CATCHES_UP = Duration.ofDays(3);

    private static final Set<FaultName> WRONG_CLOCK =
            EnumSet.of(
                    FaultName.POWER_CUT,
                    FaultName.CLOCK_1970,
                    FaultName.DISK_LIES,
                    FaultName.CLOCK_STEPS,
                    FaultName.CLOCK_DRIFTS,
                    FaultName.CLOCK_DISTRUSTED);

    /// How far a clock may be off before anything hangs on it.
    private static final Duration CLOCK_OFF_MAX = Duration.ofSeconds(5);

    /// After a clock is right again its gate looks at it within a minute, and lamps follow.
    private static final Duration CLOCK_LOOKED_AT = Duration.ofMinutes(2);

    /// A lost link is tried again after 30 s at most, the gate is born again, and what waits is
    /// sent.
    private static final Duration NEWS_CAUGHT_UP = Duration.ofMinutes(3);

    /// A card that was copied, guessed or forced is about its gate for so long.
    private static final Duration SCENE = Duration.ofMinutes(3);

    private static final Set<FaultName> FORGERY =
            EnumSet.of(FaultName.RULES_FORGED, FaultName.COMMANDS_FORGED, FaultName.GARBAGE);

    private static final Set<FaultName> LOST_EVENTS =
            EnumSet.of(FaultName.DISK_LIES, FaultName.DISK_BIT_FLIP);

    private static final Set<FaultName> STUCK =
            EnumSet.of(FaultName.RELAY_STUCK, FaultName.CONTACT_STUCK, FaultName.CONTACT_CHATTERS);

    private static final Duration EVER = Duration.ofDays(400);

    private final Compound compound;
    private final Weather weather;
    private final Map<GateId, Instant> clockWrongAt = new TreeMap<>();
    private final Map<GateId, TimeTrust> said = new TreeMap<>();

    Excuses(Compound compound, Weather weather) {
        this.compound = compound;
        this.weather = weather;
    }

    /// Reads what a gate says of its clock.
    void hear(Event event) {
        said.put(event.gate(), event.trust());
    }

    /// Whether a gate may not know what time it is. Its clock is looked at, and not only the
    /// weather: only the gate itself knows how long it goes on not believing a clock that is right
    /// again, and it says so, unless its disk takes nothing.
    boolean mayMistakeTheTime(GateId gate) {
        Instant now = compound.clock().world();
        GateClock clock = compound.house(gate).clock();
        if (clock.trust() != TimeTrust.TRUSTED
                || clock.error().abs().compareTo(CLOCK_OFF_MAX) > 0) {
            clockWrongAt.put(gate, now);
        }
        Instant wrong = clockWrongAt.get(gate);
        return (wrong != null && now.isBefore(wrong.plus(CLOCK_LOOKED_AT)))
                || ((said.get(gate) == TimeTrust.UNTRUSTED || mayNotWrite(gate))
                        && !weather.isFree(gate, WRONG_CLOCK, CLOCK_CATCHES_UP));
    }

    /// Whether the disk of a gate is sick, or was a moment ago.
    boolean mayNotWrite(GateId gate) {
        return !weather.isFree(gate, SICK_DISK, AFTER_THE_DARK);
    }

    /// Whether a lock may not move, or may not have moved just now, whatever its gate drives: who
    /// has a right sees the green light before a door that stays closed.
    boolean mayNotMove(GateId gate) {
        return !weather.isFree(gate, EnumSet.of(FaultName.RELAY_STUCK), AFTER_THE_DARK);
    }

    /// Whether a gate may be dark, or just have been: it does not answer, lamps are out, and what
    /// it was about to do is forgotten.
    boolean mayBeDark(GateId gate) {
        return !weather.isFree(gate, DARK, AFTER_THE_DARK);
    }

    /// Whether a gate may have been dark, or at another time, within a scene of some minutes.
    boolean mayHaveMissedAScene(GateId gate) {
        return !weather.isFree(gate, DARK, SCENE) || mayMistakeTheTime(gate);
    }

    /// Whether a gate lost its power, and with it what grants used up that nobody took, within so
    /// long: a use that waited for its door stays used (decision 0008 of core).
    boolean mayHaveUsesThatNobodyTook(Collection<GateId> gates, Duration lately) {
        return gates.stream().anyMatch(gate -> !weather.isFree(gate, DARK, lately));
    }

    /// Whether one gate may not yet have heard what another one did so long ago.
    boolean mayNotHaveHeard(GateId one, GateId other, Duration ago) {
        Duration lately = ago.compareTo(NEWS_CAUGHT_UP) < 0 ? ago : NEWS_CAUGHT_UP;
        return !weather.isFree(one, NO_NEWS, lately) || !weather.isFree(other, NO_NEWS, lately);
    }

    /// Whether a gate may believe that it is alone.
    boolean mayBeApart(GateId gate) {
        return !weather.isFree(gate, NO_NEWS, NEWS_CAUGHT_UP);
    }

    /// Whether somebody who may not is just sending what looks like ours.
    boolean mayBeForged() {
        return !weather.isFree(null, FORGERY, AFTER_THE_DARK);
    }

    /// Whether the hub may just have gone back to an old copy: what it had acknowledged is gone,
    /// and gates send it again.
    boolean hubMayHaveGoneBack() {
        return !weather.isFree(null, EnumSet.of(FaultName.HUB_RESTORED), AFTER_THE_DARK);
    }

    /// Whether a disk ever lost or damaged what it had called durable. That must be found, and
    /// cannot be made good.
    boolean mayHaveLostEvents(GateId gate) {
        return !weather.isFree(gate, LOST_EVENTS, EVER);
    }

    boolean someMayHaveLostEvents() {
        return !weather.isFree(null, LOST_EVENTS, EVER);
    }

    /// Whether anything at all is still wrong, or was a moment ago.
    boolean isStillBad() {
        return !weather.isFair(null, NEWS_CAUGHT_UP);
    }

    /// Whether the fire contact of a gate tells of a fire, or did a moment ago.
    boolean mayBurn(GateId gate) {
        return !weather.isFree(gate, EnumSet.of(FaultName.FIRE), AFTER_THE_DARK);
    }

    /// Whether something made of metal does not move, or tells nonsense: no program can help that.
    boolean mayBeStuck(GateId gate) {
        return !weather.isFree(gate, STUCK, NEWS_CAUGHT_UP);
    }
}
