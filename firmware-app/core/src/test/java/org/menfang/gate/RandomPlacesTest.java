package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.gate.PlaceSamples.Extra;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.rules.Quota;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// People at doors by chance, from a seed, with a slow disk and power cuts. After every step, what
/// must hold of quotas, full areas and interlocks is checked against the events alone.
class RandomPlacesTest {
    private static final int STEPS = 4_000;
    private static final int CLINIC_MAX = 2;
    private static final Quota OUT = PlaceSamples.out(3);
    private static final Extra RULES =
            Extra.NONE
                    .with(
                            PlaceSamples.area(PlaceSamples.YARD, Passback.SOFT),
                            PlaceSamples.full(PlaceSamples.CLINIC, CLINIC_MAX))
                    .with(PlaceSamples.interlock("main", "side"))
                    .with(PlaceSamples.way("main-in", "side-in", 20))
                    .with(2, OUT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_must_hold_holds(long seed) {
        Run run = new Run(seed);
        run.go();
        assertTrue(run.granted > 100, "somebody passed: " + run.granted);
        assertTrue(
                run.denied.containsAll(List.of("AREA_FULL", "INTERLOCKED", "QUOTA_USED_UP")),
                "every rule denied somebody: " + run.denied);
    }

    /// One gate, one seed.
    private static final class Run {
        private final Random random;
        private final TreeMap<EntryKey, Entry> ledger = new TreeMap<>();
        private final TreeMap<Long, EventBody.AccessGranted> open = new TreeMap<>();
        private final TreeMap<HolderId, AreaId> places = new TreeMap<>();
        private final TreeMap<Long, Instant> uses = new TreeMap<>();
        private final TreeMap<Long, String> households = new TreeMap<>();
        private final TreeSet<DoorId> opened = new TreeSet<>();
        private final TreeSet<String> denied = new TreeSet<>();
        private GateController gate = RULES.controller(JournalStart.FIRST);
        private Memory memory = Memory.EMPTY;
        private Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        private long boot = 1;
        private long lastEventSeq;
        private long lastAlarmSeq;
        private int granted;

        Run(long seed) {
            random = new Random(seed);
        }

        void go() {
            for (int step = 0; step < STEPS; step++) {
                pass(Duration.ofMillis(random.nextInt(5) == 0 ? 20_000 : random.nextInt(900)));
                if (random.nextInt(400) == 0) {
                    cutPower();
                }
                step(input());
            }
        }

        private Input input() {
            return switch (random.nextInt(14)) {
                case 0, 1, 2, 3, 4 ->
                        new Input.CardRead(
                                new ReaderId("r-" + pick("main", "side", "ward") + side()),
                                Samples.bits("01:000" + (1 + random.nextInt(5))));
                case 5, 6, 7 -> new Input.MonitorChanged(door(), true);
                case 8, 9 -> new Input.MonitorChanged(door(), false);
                case 10 -> new Input.RexPressed(new AccessPointId(pick("main", "side") + "-out"));
                case 11 -> random.nextBoolean() ? new Input.LinkUp() : new Input.HubSeen(true);
                default ->
                        new Input.JournalCommitted(
                                new EventPosition(EventStream.EVENTS, Math.max(1, lastEventSeq)));
            };
        }

        private String side() {
            return random.nextInt(3) == 0 ? "-in" : "-exit";
        }

        private DoorId door() {
            return new DoorId(pick("main", "side", "ward"));
        }

        private String pick(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        private void pass(Duration duration) {
            MonotonicTime end = now.monotonic().plus(duration);
            while (!end.isBefore(gate.wakeAt())) {
                MonotonicTime due = gate.wakeAt();
                moveTo(due.isBefore(now.monotonic()) ? now.monotonic() : due);
                step(new Input.TimeIsDue());
            }
            moveTo(end);
        }

        private void moveTo(MonotonicTime time) {
            now = new Moment(now.wall().plus(now.monotonic().until(time)), time, now.trust());
        }

        /// All that was asked to be written is on the disk; nobody knows what became of grants, and
        /// all doors are closed.
        private void cutPower() {
            boot++;
            JournalStart start =
                    new JournalStart(
                            boot,
                            lastEventSeq,
                            lastAlarmSeq,
                            0,
                            0,
                            now.wall(),
                            memory,
                            List.copyOf(ledger.values()));
            gate = RULES.controller(start);
            open.clear();
            opened.clear();
            now = new Moment(now.wall().plusSeconds(60), MonotonicTime.START, now.trust());
            step(new Input.TimeIsDue());
        }

        private void step(Input input) {
            for (Effect effect : new ArrayList<>(gate.step(now, input))) {
                switch (effect) {
                    case Effect.Keep(var entry) -> ledger.put(entry.key(), entry);
                    case Effect.Forget(var key) -> ledger.remove(key);
                    case Effect.Remember(var next) -> memory = next;
                    case Effect.Append(var event) -> note(event);
                    default -> {}
                }
            }
        }

        private void note(Event event) {
            if (event.position().stream() == EventStream.ALARMS) {
                lastAlarmSeq = event.position().seq();
                return;
            }
            lastEventSeq = event.position().seq();
            switch (event.body()) {
                case EventBody.AccessGranted body -> granted(lastEventSeq, body);
                case EventBody.AccessDenied body -> denied.add(body.reason().name());
                case EventBody.AccessTaken body -> body.grants().forEach(this::taken);
                case EventBody.AccessNotTaken body -> body.grants().forEach(this::notTaken);
                case EventBody.DoorOpened body -> opened.add(body.door());
                case EventBody.DoorClosed body -> opened.remove(body.door());
                default -> {}
            }
        }

        private void granted(long seq, EventBody.AccessGranted body) {
            granted++;
            checkInterlock(body.door());
            open.put(seq, body);
            if (body.grounds().quotaUses() != null) {
                String household = householdOf(body.holder());
                uses.put(seq, now.wall());
                households.put(seq, household);
                checkQuota(household);
            }
            checkOccupancy();
        }

        /// Nobody is granted a door while the other is open or somebody was granted it.
        private void checkInterlock(DoorId door) {
            if (door.value().equals("ward")) {
                return;
            }
            DoorId other = new DoorId(door.value().equals("main") ? "side" : "main");
            assertTrue(!opened.contains(other), () -> other + " stands open");
            assertTrue(
                    open.values().stream().noneMatch(grant -> grant.door().equals(other)),
                    () -> other + " was granted");
        }

        private void checkQuota(String household) {
            Instant begin = now.wall().minus(Duration.ofHours(OUT.periodHours()));
            long counting =
                    uses.entrySet().stream()
                            .filter(use -> household.equals(households.get(use.getKey())))
                            .filter(use -> use.getValue().isAfter(begin))
                            .count();
            assertTrue(counting <= OUT.usesMax(), () -> household + " has used " + counting);
        }

        /// Nobody leaves the clinic by REX here, so that whoever came in is there.
        private void checkOccupancy() {
            TreeSet<HolderId> inside = new TreeSet<>();
            for (Map.Entry<HolderId, AreaId> each : places.entrySet()) {
                if (each.getValue().equals(PlaceSamples.CLINIC)) {
                    inside.add(each.getKey());
                }
            }
            for (EventBody.AccessGranted grant : open.values()) {
                if (PlaceSamples.CLINIC.equals(grant.grounds().leadsTo())
                        && grant.holder() != null) {
                    inside.add(grant.holder());
                }
            }
            assertTrue(inside.size() <= CLINIC_MAX, () -> "in the clinic: " + inside);
        }

        private void taken(long seq) {
            EventBody.AccessGranted grant = open.remove(seq);
            if (grant != null && grant.holder() != null && grant.grounds().leadsTo() != null) {
                places.put(grant.holder(), grant.grounds().leadsTo());
            }
        }

        private void notTaken(long seq) {
            open.remove(seq);
            uses.remove(seq);
        }

        private static String householdOf(@Nullable HolderId holder) {
            return holder != null && holder.value().startsWith("a") ? "1-101" : "1-102";
        }
    }
}
