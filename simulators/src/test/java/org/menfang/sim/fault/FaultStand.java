package org.menfang.sim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.menfang.cose.Keyring;
import org.menfang.cose.SigningKey;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.sim.Sites;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.compound.Seams;
import org.menfang.site.Site;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Event;

/// A compound of one gate without people, in which one fault comes.
final class FaultStand {
    static final Instant START = Instant.parse("2026-09-21T00:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration EXIT_EVERY = Duration.ofMinutes(5);
    private static final Duration LASTS = Duration.ofDays(6);

    private final List<Event> events = new ArrayList<>();
    private final RecordingTown town = new RecordingTown();
    private final Compound compound;
    private final Weather weather;
    private int began;
    private int ended;

    FaultStand(FaultName fault) {
        this(fault, Sites.clinic());
    }

    FaultStand(FaultName fault, Site site) {
        compound =
                new Compound(
                        new Compound.Beginnings(
                                List.of(site),
                                START,
                                new SuncalcSunTimes(),
                                Keyring.of(List.of(SigningKey.make().verifying())),
                                Seams.NONE,
                                (event, _) -> events.add(event)),
                        7);
        weather =
                new Weather(
                        compound.timeline(),
                        new Weather.Watcher() {
                            @Override
                            public void began(Weather.Spell spell) {
                                began++;
                            }

                            @Override
                            public void ended(Weather.Spell spell) {
                                ended++;
                            }
                        });
        compound.begin();
        compound.run(Duration.ofMinutes(2));
        new FaultPlan(Set.of(fault)).on(compound, weather, town, LASTS);
        somebodyLeaves();
    }

    /// So that there is something to write, all the time.
    private void somebodyLeaves() {
        gate().devices().exits().values().iterator().next().press();
        compound.timeline().after(EXIT_EVERY, this::somebodyLeaves);
    }

    Compound compound() {
        return compound;
    }

    RecordingTown town() {
        return town;
    }

    Weather weather() {
        return weather;
    }

    GateHouse gate() {
        return compound.houses().getFirst();
    }

    List<Event> events() {
        return events;
    }

    /// Lets time pass until the next one begins.
    FaultStand untilItBegins() {
        int before = began;
        while (began == before) {
            compound.run(LOOK);
        }
        return this;
    }

    /// Lets time pass until that is over.
    FaultStand untilItEnds() {
        int before = ended;
        while (ended == before) {
            compound.run(LOOK);
        }
        return this;
    }

    FaultStand after(Duration duration) {
        compound.run(duration);
        return this;
    }

    /// How many of the gate's events the hub holds.
    long atHub() {
        StreamPosition position =
                compound.hub()
                        .store()
                        .load()
                        .positions()
                        .getOrDefault(gate().identity(), Map.of())
                        .get(EventStream.EVENTS);
        return position == null ? 0 : position.seq();
    }

    /// How many events are durable at the gate.
    long atGate() {
        return gate().disk().length(EventStream.EVENTS);
    }
}
