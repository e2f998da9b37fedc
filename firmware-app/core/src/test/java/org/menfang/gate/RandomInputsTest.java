package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.gate.alarm.Alarm;
import org.menfang.gate.rule.Explanation;
import org.menfang.gate.rule.Inquiry;
import org.menfang.site.DoorPlan;
import org.menfang.site.PointName;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.Grounds;

/// Thousands of inputs by chance, from a seed; after every step, what must always hold is checked.
class RandomInputsTest {
    private static final int STEPS = 5_000;

    /// Longest time that one right can keep a lock released while its door is LOCKED: it waits for
    /// the journal, the longest release passes, the leaf opens in the last moment, and a magnet
    /// waits for it for the longest open time.
    private static final Duration RELEASE_MAX =
            Limits.CONSUMING_WAIT
                    .plus(Samples.timings().extendedRelease())
                    .plus(Limits.LEAF_STILL)
                    .plus(Samples.timings().extendedHeld());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_must_hold_holds(long seed) {
        new Run(seed).go(STEPS);
    }

    @Test
    void one_seed_gives_one_trace() {
        assertEquals(new Run(99).go(2_000), new Run(99).go(2_000));
    }

    /// One gate, one seed.
    private static final class Run {
        private final Random random;
        private final RandomInputs inputs;
        private final GateController controller =
                Samples.controller(JournalStart.FIRST, RandomInputs.DEMANDING);
        private final List<Integer> trace = new ArrayList<>();
        private final TreeMap<EventStream, Long> lastSeq = new TreeMap<>();
        private final TreeMap<PointName, Boolean> energised = new TreeMap<>();
        private final TreeMap<PointName, MonotonicTime> lastRight = new TreeMap<>();
        private final TreeMap<AlarmId, Boolean> openAlarms = new TreeMap<>();
        private final TreeMap<String, DoorMode> modes = new TreeMap<>();
        private final TreeMap<ReaderId, MonotonicTime> askedSince = new TreeMap<>();
        private final TreeSet<Long> usingUp = new TreeSet<>();
        private final TreeSet<CredentialIdentifier> lockedOut = new TreeSet<>();
        private long durable;
        private Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        private Memory memory = Memory.EMPTY;
        private @Nullable MonotonicTime levelEnds;

        Run(long seed) {
            random = new Random(seed);
            inputs = new RandomInputs(random, () -> memory);
        }

        List<Integer> go(int steps) {
            step(new Input.TimeIsDue());
            for (int count = 0; count < steps; count++) {
                pass(someTime());
                step(inputs.next(now, lastSeq(EventStream.EVENTS)));
            }
            checkReadersAnswer();
            return trace;
        }

        /// Whatever happened before, after a while each reader answers a card of the house at once.
        private void checkReadersAnswer() {
            pass(Duration.ofMinutes(10));
            ReaderId north = new ReaderId("r-north");
            Input card = new Input.CardRead(north, Samples.bits("01:0001"));
            assertTrue(
                    controller.step(now, card).stream()
                            .anyMatch(effect ->
                                    effect instanceof Effect.ShowAtReader(var reader, _)
                                            && reader.equals(north)),
                    "the reader answers");
        }

        private Duration someTime() {
            return switch (random.nextInt(20)) {
                case 0 -> Duration.ofMinutes(2);
                case 1, 2, 3 -> Duration.ofSeconds(7);
                default -> Duration.ofMillis(random.nextInt(400));
            };
        }

        /// Lets time pass; what is due in between happens at its time.
        private void pass(Duration duration) {
            MonotonicTime end = now.monotonic().plus(duration);
            while (!end.isBefore(controller.wakeAt())) {
                MonotonicTime due = controller.wakeAt();
                moveTo(due.isBefore(now.monotonic()) ? now.monotonic() : due);
                step(new Input.TimeIsDue());
                assertTrue(
                        now.monotonic().isBefore(controller.wakeAt()),
                        "after TimeIsDue nothing is due");
            }
            moveTo(end);
        }

        private void moveTo(MonotonicTime time) {
            Instant wall = now.wall().plus(now.monotonic().until(time));
            now = new Moment(wall, time, now.trust());
        }

        private void step(Input input) {
            if (random.nextInt(500) == 0) {
                boolean trusted = random.nextBoolean();
                Instant wall = Samples.NOON.plus(Duration.ofHours(random.nextInt(100) - 20));
                now =
                        new Moment(
                                wall,
                                now.monotonic(),
                                trusted ? TimeTrust.TRUSTED : TimeTrust.UNTRUSTED);
            }
            List<Effect> effects = controller.step(now, input);
            if (input instanceof Input.JournalCommitted(var upTo)
                    && upTo.stream() == EventStream.EVENTS) {
                durable = upTo.seq();
            }
            trace.add((now + " " + input + " -> " + effects).hashCode());
            effects.forEach(this::note);
            checkAlarms();
            checkLeaving(input);
            checkLocks(inputs.mayGiveRight(input) || effects.stream().anyMatch(Run::isGrant));
            checkLevel();
            checkNobodyWaitsForEver();
        }

        private static boolean isGrant(Effect effect) {
            return effect instanceof Effect.Append(Event event)
                    && event.body() instanceof EventBody.AccessGranted;
        }

        /// Whoever was asked for a PIN or a second person gets an answer.
        private void checkNobodyWaitsForEver() {
            Duration longest = Limits.PIN_WAIT.plus(Limits.PIN_WAIT);
            askedSince.forEach((reader, since) ->
                    assertTrue(
                            since.until(now.monotonic()).compareTo(longest) <= 0,
                            () -> reader + " waits"));
        }

        private void noteShown(ReaderId reader, ReaderFeedback feedback) {
            switch (feedback) {
                case ENTER_PIN, NEXT_PERSON -> askedSince.put(reader, now.monotonic());
                case KEY_TAKEN -> {}
                case READ,
                        GRANTED,
                        DENIED_UNKNOWN,
                        DENIED_NOT_NOW,
                        DENIED_BLOCKED,
                        DENIED_WAIT,
                        CLOSE_THE_DOOR,
                        IDLE ->
                        askedSince.remove(reader);
            }
        }

        /// What is used up is on disk before anybody passes; only a credential is locked out.
        private void noteAccess(Event event) {
            long seq = event.position().seq();
            switch (event.body()) {
                case EventBody.AccessGranted granted -> {
                    Grounds grounds = granted.grounds();
                    if (grounds.tag() != null || grounds.pass() != null) {
                        usingUp.add(seq);
                    }
                }
                case EventBody.AccessTaken taken ->
                        taken.grants()
                                .forEach(grant ->
                                        assertTrue(
                                                !usingUp.contains(grant) || grant <= durable,
                                                "taken before it was on disk"));
                case EventBody.CredentialLockedOut locked -> lockedOut.add(locked.credential());
                case EventBody.AccessDenied denied ->
                        assertTrue(
                                denied.reason() != DenyReason.LOCKED_OUT
                                        || lockedOut.contains(denied.credential()));
                default -> {}
            }
        }

        private void note(Effect effect) {
            switch (effect) {
                case Effect.Append(Event event) -> noteEvent(event);
                case Effect.ShowAtReader(var reader, var feedback) -> noteShown(reader, feedback);
                case Effect.Energise(var output, boolean on) -> energised.put(output, on);
                case Effect.Remember(Memory next) -> memory = next;
                case Effect.Keep _,
                        Effect.Forget _,
                        Effect.CheckAcknowledgement _,
                        Effect.ShowAtReader _,
                        Effect.Publish _,
                        Effect.PublishState _,
                        Effect.AnnounceLife _,
                        Effect.ReportResult _,
                        Effect.SignHead _,
                        Effect.TakePicture _ -> {}
            }
        }

        private void noteEvent(Event event) {
            EventStream stream = event.position().stream();
            assertEquals(lastSeq(stream) + 1, event.position().seq(), "sequences have no gap");
            lastSeq.put(stream, event.position().seq());
            checkDecision(event);
            if (stream == EventStream.EVENTS) {
                noteAccess(event);
            }
            if (stream == EventStream.ALARMS) {
                switch (event.body()) {
                    case EventBody.AlarmRaised raised -> openAlarms.put(raised.alarm(), true);
                    case EventBody.AlarmReset reset ->
                            assertTrue(openAlarms.remove(reset.alarm()) != null);
                    default -> {}
                }
            }
            if (event.body() instanceof EventBody.LevelChanged changed) {
                Integer lasts = changed.lastsSeconds();
                assertEquals(changed.level() == SiteLevel.NORMAL, lasts == null);
                levelEnds = lasts == null ? null : now.monotonic().plus(Duration.ofSeconds(lasts));
            }
            if (event.body() instanceof EventBody.DoorModeChanged changed) {
                modes.put(changed.door().value(), changed.mode());
            }
        }

        private void checkLevel() {
            MonotonicTime ends = levelEnds;
            assertTrue(ends == null || !ends.isBefore(now.monotonic()), "a level ends by itself");
        }

        /// Whoever decides again with the same rules and grounds decides the same. That storage
        /// failed is no decision of theirs, and is told later.
        private static void checkDecision(Event event) {
            if (event.body() instanceof EventBody.AccessDenied denied
                    && denied.reason() == DenyReason.STORAGE_FAILED) {
                return;
            }
            Inquiry.of(event)
                    .map(inquiry -> RandomInputs.tableOf(inquiry.grounds().rulesVersion()))
                    .flatMap(table -> Explanation.of(table, event))
                    .ifPresent(again ->
                            assertTrue(again.agrees(), () -> "decided otherwise: " + event));
        }

        /// Every alarm that was raised is open until it is reset, and nothing else is.
        private void checkAlarms() {
            assertEquals(
                    List.copyOf(openAlarms.keySet()),
                    memory.alarms().stream().map(Alarm::id).sorted().toList());
            assertTrue(memory.alarms().size() <= 30, "alarms are bounded by kinds and sources");
        }

        private void checkLeaving(Input input) {
            if (input instanceof Input.RexPressed(var accessPoint)) {
                DoorPlan door = RandomInputs.doorOf(accessPoint);
                assertTrue(isReleased(door), "a REX releases in the same step");
            }
            if (isFire()) {
                Samples.site()
                        .doors()
                        .forEach(door -> assertTrue(isReleased(door), "fire releases all doors"));
            }
        }

        /// A lock of a LOCKED door is released no longer than a grant allows, counted from the last
        /// input that could give a right.
        private void checkLocks(boolean mayGiveRight) {
            for (DoorPlan door : Samples.site().doors()) {
                PointName lock = PointName.lock(door.id());
                boolean mayStandReleased =
                        isFire()
                                || modes.getOrDefault(door.id().value(), DoorMode.LOCKED)
                                        == DoorMode.UNLOCKED
                                || modes.getOrDefault(door.id().value(), DoorMode.LOCKED)
                                        == DoorMode.LOCKED_OPEN;
                if (mayStandReleased || mayGiveRight || !isReleased(door)) {
                    lastRight.put(lock, now.monotonic());
                }
                Duration held =
                        lastRight.getOrDefault(lock, MonotonicTime.START).until(now.monotonic());
                Duration allowed =
                        RELEASE_MAX.plus(Duration.ofSeconds(60)).plus(Limits.JOURNAL_WAIT);
                assertTrue(held.compareTo(allowed) <= 0, () -> lock + " released for " + held);
            }
        }

        private long lastSeq(EventStream stream) {
            return lastSeq.getOrDefault(stream, 0L);
        }

        private boolean isFire() {
            return memory.alarms().stream().anyMatch(alarm -> alarm.kind() == AlarmKind.FIRE);
        }

        private boolean isReleased(DoorPlan door) {
            return energised.getOrDefault(PointName.lock(door.id()), false)
                    == door.failMode().energisedToRelease();
        }
    }
}
