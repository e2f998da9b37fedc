package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.menfang.cose.Keyring;
import org.menfang.cose.SigningKey;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.rules.RuleSet;
import org.menfang.sim.Sites;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.compound.Seams;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.Weather;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.people.Deed;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// A compound of one gate without power, in a weather that a test makes, before which it tells a
/// check what people did and what the gate wrote.
final class CheckStand {
    private final Compound compound =
            new Compound(
                    new Compound.Beginnings(
                            List.of(Sites.clinic()),
                            Instant.parse("2026-09-20T22:00:00Z"),
                            new SuncalcSunTimes(),
                            Keyring.of(List.of(SigningKey.make().verifying())),
                            Seams.NONE,
                            (_, _) -> {}),
                    7);
    private final Weather weather = new Weather(compound.timeline(), new Unheard());
    private final List<String> violations = new ArrayList<>();

    private static final class Unheard implements Weather.Watcher {
        @Override
        public void began(Weather.Spell spell) {}

        @Override
        public void ended(Weather.Spell spell) {}
    }

    Compound compound() {
        return compound;
    }

    GateHouse gate() {
        return compound.houses().getFirst();
    }

    Excuses excuses() {
        return new Excuses(compound, weather);
    }

    static RuleSet rules() {
        return CommitteeRules.of(Sites.clinic(), Population.of(1), LocalDate.of(2026, 9, 21));
    }

    static Person volunteer() {
        return Population.of(1).stream()
                .filter(person -> person.kind() == HolderKind.VOLUNTEER)
                .findFirst()
                .orElseThrow();
    }

    AccessPointPlan point() {
        return gate().site().accessPoints().getFirst();
    }

    Instant now() {
        return compound.clock().world();
    }

    Weather.Spell begins(FaultName fault) {
        return weather.begins(fault, gate().id());
    }

    Check.Report report() {
        return (_, what) -> violations.add(what);
    }

    Deed calledLockdown() {
        return new Deed.LockdownCalled(volunteer(), point());
    }

    Event lockedDown() {
        return new Event(
                gate().site().compound(),
                gate().id(),
                new EventPosition(EventStream.EVENTS, 1),
                1,
                now(),
                TimeTrust.TRUSTED,
                new EventBody.LevelChanged(SiteLevel.LOCKDOWN, null, volunteer().id(), 2_400));
    }

    /// Lets time pass, and has a check look every minute.
    void minutes(int count, Check check) {
        for (int minute = 0; minute < count; minute++) {
            compound.run(Duration.ofMinutes(1));
            check.onMinute(now(), report());
        }
    }

    List<String> violations() {
        return violations;
    }
}
