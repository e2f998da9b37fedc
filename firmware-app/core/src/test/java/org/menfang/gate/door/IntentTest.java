package org.menfang.gate.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Samples;
import org.menfang.gate.door.Intent.Act;
import org.menfang.gate.door.Intent.Lasting;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;

class IntentTest {
    private static final MonotonicTime SOON = MonotonicTime.START.plus(Duration.ofMinutes(20));

    private static Lasting lasting(DoorMode mode) {
        return new Lasting(mode, mode == DoorMode.LOCKED_OPEN ? null : SOON, null);
    }

    /// An intent from one row of layers; `-` for a layer that says nothing.
    private static Intent layered(List<String> layers) {
        DoorMode lock = mode(layers.get(2));
        DoorMode hold = mode(layers.get(3));
        DoorMode act = mode(layers.get(4));
        DoorMode scheduled = mode(layers.get(5));
        return new Intent(
                layers.get(0).equals("fire"),
                mode(layers.get(1)),
                lock == null ? null : lasting(lock),
                hold == null ? null : lasting(hold),
                act == null ? null : new Act(act, null),
                scheduled == null ? DoorMode.LOCKED : scheduled);
    }

    private static @Nullable DoorMode mode(String word) {
        return word.equals("-") ? null : DoorMode.valueOf(word);
    }

    @Test
    void the_first_layer_that_says_something_decides_and_fire_releases_whatever_it_is() {
        String table =
                """
                -    -        -           -        -        -        -> LOCKED      shut
                -    -        -           -        -        UNLOCKED -> UNLOCKED    released
                -    -        -           -        LOCKED   UNLOCKED -> LOCKED      shut
                -    -        -           -        BLOCKED  UNLOCKED -> BLOCKED     shut
                -    -        -           UNLOCKED LOCKED   BLOCKED  -> UNLOCKED    released
                -    -        LOCKED_DOWN UNLOCKED UNLOCKED UNLOCKED -> LOCKED_DOWN shut
                -    -        LOCKED_OPEN -        BLOCKED  BLOCKED  -> LOCKED_OPEN released
                -    UNLOCKED LOCKED_DOWN -        BLOCKED  BLOCKED  -> UNLOCKED    released
                -    BLOCKED  LOCKED_OPEN UNLOCKED UNLOCKED UNLOCKED -> BLOCKED     shut
                fire -        -           -        -        -        -> LOCKED      released
                fire -        LOCKED_DOWN -        BLOCKED  BLOCKED  -> LOCKED_DOWN released
                fire BLOCKED  LOCKED_DOWN -        BLOCKED  BLOCKED  -> BLOCKED     released
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("[\\s>]+", -1);
            Intent intent = layered(List.of(words).subList(0, 6));
            String stands = intent.standsReleased() ? "released" : "shut";
            assertEquals(words[7] + " " + words[8], intent.mode() + " " + stands, line);
        }
    }

    /// Every mode that persons and schedules make, and every act; `-` for refused.
    @Test
    void every_act_in_every_mode() {
        check(
                """
                            ACCESS   LOCK   UNLOCK   BLOCK   LOCK_DOWN   LOCK_DOWN_RELEASE LOCK_OPEN   LOCK_OPEN_RELEASE
                LOCKED      LOCKED   LOCKED UNLOCKED BLOCKED LOCKED_DOWN -                 LOCKED_OPEN -
                UNLOCKED    UNLOCKED LOCKED UNLOCKED BLOCKED LOCKED_DOWN -                 LOCKED_OPEN -
                BLOCKED     -        LOCKED UNLOCKED BLOCKED LOCKED_DOWN -                 LOCKED_OPEN -
                LOCKED_DOWN -        -      -        -       LOCKED_DOWN LOCKED            -           -
                LOCKED_OPEN -        -      -        -       -           -                 LOCKED_OPEN LOCKED
                """,
                IntentTest::byPerson);
    }

    /// A level has to end before persons are obeyed again, but for a release where it leaves room.
    @Test
    void every_act_in_every_mode_of_a_level() {
        check(
                """
                            ACCESS   LOCK   UNLOCK   BLOCK   LOCK_DOWN   LOCK_DOWN_RELEASE LOCK_OPEN   LOCK_OPEN_RELEASE
                UNLOCKED    UNLOCKED -      -        -       -           -                 -           -
                BLOCKED     -        -      -        -       -           -                 -           -
                LOCKED_DOWN -        -      -        -       -           -                 -           -
                LOCKED_OPEN -        -      -        -       -           -                 -           -
                """,
                Intent.LOCKED::withLevel);
    }

    private static void check(String table, Function<DoorMode, Intent> intents) {
        List<String> lines = table.lines().toList();
        List<DoorAct> acts =
                Arrays.stream(lines.getFirst().strip().split("\\s+", -1))
                        .map(DoorAct::valueOf)
                        .toList();
        assertEquals(DoorAct.values().length, acts.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\\s+", -1);
            Intent before = intents.apply(DoorMode.valueOf(words[0]));
            for (DoorAct act : acts) {
                String after =
                        before.after(act, null, lasting(DoorMode.LOCKED_DOWN))
                                .map(next -> next.mode().name())
                                .orElse("-");
                assertEquals(words[1 + acts.indexOf(act)], after, words[0] + " " + act);
            }
        }
    }

    private static Intent byPerson(DoorMode mode) {
        return switch (mode) {
            case LOCKED_DOWN, LOCKED_OPEN -> Intent.LOCKED.withLock(lasting(mode));
            case LOCKED, UNLOCKED, BLOCKED, ACCESSED ->
                    Intent.LOCKED.withSchedule(DoorMode.LOCKED, new Act(mode, Samples.NOON));
        };
    }

    @Test
    void a_door_is_held_open_only_where_nobody_shut_it() {
        String table =
                """
                - -        -           - -        -        -> UNLOCKED
                - -        -           - -        UNLOCKED -> UNLOCKED
                - -        -           - LOCKED   UNLOCKED -> UNLOCKED
                - -        -           - BLOCKED  -        -> refused
                - -        -           - -        BLOCKED  -> refused
                - -        LOCKED_DOWN - -        -        -> refused
                - -        LOCKED_OPEN - -        -        -> refused
                - BLOCKED  -           - -        -        -> refused
                - UNLOCKED -           - -        -        -> refused
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("[\\s>]+", -1);
            String held =
                    layered(List.of(words).subList(0, 6))
                            .held(lasting(DoorMode.UNLOCKED))
                            .map(intent -> intent.mode().name())
                            .orElse("refused");
            assertEquals(words[7], held, line);
        }
    }

    @Test
    void what_lasts_ends_at_its_time_and_not_before() {
        Intent both =
                Intent.LOCKED
                        .held(lasting(DoorMode.UNLOCKED))
                        .orElseThrow()
                        .withLock(lasting(DoorMode.LOCKED_DOWN));
        assertEquals(SOON, both.wakeAt());
        assertEquals(both, both.at(MonotonicTime.START));
        assertEquals(Intent.LOCKED, both.at(SOON));
        Intent open = Intent.LOCKED.withLock(lasting(DoorMode.LOCKED_OPEN));
        assertEquals(open, open.at(SOON));
    }

    @Test
    void a_blocked_door_is_blocked_again_when_the_lockdown_ends() {
        assertEquals(DoorMode.BLOCKED, afterLockdown(byPerson(DoorMode.BLOCKED)));
    }

    @Test
    void what_a_person_opened_is_not_open_again_when_a_lockdown_ends() {
        assertEquals(DoorMode.LOCKED, afterLockdown(byPerson(DoorMode.UNLOCKED)));
        Intent held = Intent.LOCKED.held(lasting(DoorMode.UNLOCKED)).orElseThrow();
        assertEquals(DoorMode.LOCKED, afterLockdown(held));
    }

    private static DoorMode afterLockdown(Intent intent) {
        return intent.after(DoorAct.LOCK_DOWN, null, lasting(DoorMode.LOCKED_DOWN))
                .orElseThrow()
                .after(DoorAct.LOCK_DOWN_RELEASE, null, lasting(DoorMode.LOCKED_DOWN))
                .orElseThrow()
                .mode();
    }
}
