package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.DoorRule;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.Site;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Acknowledgement;

/// A gate is woken when something is due, and not otherwise: one that is woken all the time does
/// the same things at the same times.
class WakingTest {
    private static final int STEPS = 2_000;
    private static final ScheduleId OPEN = new ScheduleId("open");
    private static final ScheduleId SHUT = new ScheduleId("shut");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_deadline_is_missed(long seed) {
        Random random = new Random(seed);
        Gates gates = new Gates(random, Samples.site(), Samples.NOON);
        RandomInputs inputs = new RandomInputs(random, () -> gates.memory);
        for (int count = 0; count < STEPS; count++) {
            gates.pass(someTime(random));
            gates.take(withoutRate(inputs.next(gates.now, gates.lastSeq)));
        }
    }

    /// Doors by schedules and lamps by the sun, through both changes of the clocks of a year, with
    /// a clock that somebody sets now and then.
    @ParameterizedTest
    @ValueSource(strings = {"2026-10-30T00:00:00Z", "2027-03-12T00:00:00Z"})
    void no_border_of_wall_time_is_missed(String begin) {
        Random random = new Random(7);
        Site site = Samples.site(NEW_YORK);
        Gates gates = new Gates(random, site, Instant.parse(begin));
        gates.take(new Input.AccessTableReplaced(tableOfTheSmallHours(site)));
        for (int count = 0; count < 200; count++) {
            gates.pass(Duration.ofMinutes(random.nextInt(60)));
            if (random.nextInt(20) == 0) {
                gates.setClock(random.nextLong(-7_200, 7_200), TimeTrust.TRUSTED);
            } else if (random.nextInt(20) == 0) {
                gates.setClock(0, TimeTrust.UNTRUSTED);
            }
        }
    }

    @Test
    void a_gate_that_has_nothing_to_do_takes_no_step() {
        GateController gate = Samples.controller(JournalStart.FIRST);
        Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        gate.step(now, new Input.TimeIsDue());
        int steps = 0;
        Moment end = later(now, Duration.ofHours(24));
        while (!end.monotonic().isBefore(gate.wakeAt())) {
            now = later(now, now.monotonic().until(gate.wakeAt()));
            if (gate.look(now)) {
                gate.step(now, new Input.TimeIsDue());
                steps++;
            }
        }
        assertEquals(7, steps, "readings, head, dusk, dead lamp, midnight, dawn, head");
    }

    @Test
    void a_wall_clock_is_looked_at_every_minute() {
        GateController gate = Samples.controller(JournalStart.FIRST);
        Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        gate.step(now, new Input.TimeIsDue());
        now = later(now, Duration.ofSeconds(90));
        gate.step(now, new Input.TimeIsDue());
        assertEquals(now.monotonic().plus(Limits.WALL_LOOK), gate.wakeAt());

        Moment minuteLater = later(now, Limits.WALL_LOOK);
        assertFalse(gate.look(minuteLater), "nothing is due");
        assertEquals(minuteLater.monotonic().plus(Limits.WALL_LOOK), gate.wakeAt());
        Moment ran = new Moment(now.wall().plusSeconds(36_000), now.monotonic(), now.trust());
        assertTrue(gate.look(ran), "it ran on to the night");
        Moment back = new Moment(now.wall().minusSeconds(3), now.monotonic(), now.trust());
        assertTrue(gate.look(back), "it went back");
        Moment lost = new Moment(now.wall(), now.monotonic(), TimeTrust.UNTRUSTED);
        assertTrue(gate.look(lost), "it lost its trust");
    }

    @Test
    void a_clock_that_a_look_saw_is_known_to_have_stepped_back() {
        GateController gate = Samples.controller(JournalStart.FIRST);
        Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        gate.step(now, new Input.TimeIsDue());
        Moment seen = later(now, Duration.ofSeconds(40));
        gate.look(seen);
        Moment back = new Moment(seen.wall().minusSeconds(20), seen.monotonic(), TimeTrust.TRUSTED);
        assertTrue(gate.look(back));
        assertTrue(
                gate.step(back, new Input.TimeIsDue()).stream()
                        .anyMatch(effect -> effect.toString().contains("UNTRUSTED")));
        Moment caughtUp = later(back, Duration.ofSeconds(20).minus(Limits.STEP_BACK_MAX));
        assertEquals(caughtUp.monotonic(), gate.wakeAt());
        assertTrue(gate.look(caughtUp), "it is believed again");
    }

    @Test
    void a_gate_that_has_stopped_is_never_woken() {
        GateController gate = Samples.controller(JournalStart.FIRST);
        Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        gate.step(now, new Input.StopRequested("test"));
        assertEquals(MonotonicTime.NEVER, gate.wakeAt());
        assertFalse(gate.look(later(now, Duration.ofDays(1))));
    }

    /// A backlog that is slowed down goes with whatever step there is, and at the latest when it is
    /// due.
    private static Input withoutRate(Input input) {
        return input instanceof Input.HubAcknowledged(var told)
                ? new Input.HubAcknowledged(
                        new Acknowledgement(told.stream(), told.seq(), told.hash(), null))
                : input;
    }

    private static Moment later(Moment from, Duration passed) {
        return new Moment(from.wall().plus(passed), from.monotonic().plus(passed), from.trust());
    }

    /// Doors whose schedules begin and end in the hours in which clocks are put forward and back.
    private static AccessTable tableOfTheSmallHours(Site site) {
        RuleSet rules = Samples.rules();
        PlaceRules places =
                new PlaceRules(
                        List.of(
                                rule(Samples.NORTH, OPEN, DoorMode.UNLOCKED),
                                rule(Samples.SOUTH, SHUT, DoorMode.BLOCKED)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        List<WeeklySchedule> schedules = new ArrayList<>(rules.schedules());
        schedules.add(schedule(OPEN, 75, 150));
        schedules.add(schedule(SHUT, 105, 200));
        return AccessTable.of(
                site,
                new RuleSet(
                        rules.compound(),
                        rules.version(),
                        rules.decided(),
                        rules.gates(),
                        rules.specialDays(),
                        schedules,
                        rules.profiles(),
                        rules.holders(),
                        rules.credentials(),
                        places,
                        rules.households(),
                        rules.recognition(),
                        rules.levels(),
                        rules.passes()));
    }

    private static DoorRule rule(DoorId door, ScheduleId schedule, DoorMode mode) {
        return new DoorRule(door, List.of(new DoorRule.ModeTime(schedule, mode, List.of())));
    }

    private static WeeklySchedule schedule(ScheduleId id, int from, int until) {
        return new WeeklySchedule(
                id,
                List.of(new WeeklySchedule.Period(Arrays.asList(DayOfWeek.values()), from, until)));
    }

    private static Duration someTime(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofMinutes(7);
            case 1, 2, 3 -> Duration.ofSeconds(7);
            default -> Duration.ofMillis(random.nextInt(400));
        };
    }

    /// Two gates that are told the same. One is woken when it asked to be, the other all the time.
    private static final class Gates {
        private final Random random;
        private final GateController calm;
        private final GateController restless;
        private Moment now;
        private Memory memory = Memory.EMPTY;
        private long lastSeq = 1;

        Gates(Random random, Site site, Instant wall) {
            this.random = random;
            calm = controller(site);
            restless = controller(site);
            now = new Moment(wall, MonotonicTime.START, TimeTrust.TRUSTED);
            take(new Input.TimeIsDue());
        }

        private static GateController controller(Site site) {
            return new GateController(
                    site, Samples.SUN, RandomInputs.DEMANDING, JournalStart.FIRST, "1.0");
        }

        /// Both take an input.
        void take(Input input) {
            List<Effect> effects = calm.step(now, input);
            assertEquals(effects, restless.step(now, input), () -> now + " " + input);
            note(effects);
        }

        /// Somebody sets the wall clock, and the loop looks at it.
        void setClock(long seconds, TimeTrust trust) {
            now = new Moment(now.wall().plusSeconds(seconds), now.monotonic(), trust);
            tick();
        }

        /// Lets time pass; the restless one is woken in between as well.
        void pass(Duration duration) {
            MonotonicTime end = now.monotonic().plus(duration);
            while (now.monotonic().isBefore(end)) {
                Duration pause = Duration.ofMillis(1 + random.nextInt(20_000));
                MonotonicTime any = now.monotonic().plus(pause);
                MonotonicTime next =
                        MonotonicTime.earliest(
                                MonotonicTime.earliest(any, end),
                                MonotonicTime.earliest(calm.wakeAt(), restless.wakeAt()));
                now = later(now, now.monotonic().until(next));
                tick();
            }
        }

        private void tick() {
            List<Effect> effects = new ArrayList<>();
            while (calm.look(now)) {
                effects.addAll(calm.step(now, new Input.TimeIsDue()));
            }
            List<Effect> others = new ArrayList<>(restless.step(now, new Input.TimeIsDue()));
            while (restless.look(now)) {
                others.addAll(restless.step(now, new Input.TimeIsDue()));
            }
            assertEquals(effects, others, () -> now.toString());
            note(effects);
        }

        private void note(List<Effect> effects) {
            for (Effect effect : effects) {
                if (effect instanceof Effect.Remember(var next)) {
                    memory = next;
                } else if (effect instanceof Effect.Append(var event)
                        && event.position().stream() == EventStream.EVENTS) {
                    lastSeq = event.position().seq();
                }
            }
        }
    }
}
