package org.menfang.gate;

import static org.menfang.gate.PlaceSamples.YARD;

import org.junit.jupiter.api.Test;
import org.menfang.gate.PlaceSamples.Extra;
import org.menfang.vocabulary.Passback;

/// Doors of which never two stand open or released by a credential.
class InterlockTest {
    private static final Extra LOCKED = Extra.NONE.with(PlaceSamples.interlock("main", "side"));

    private static GateScript script(Extra extra) {
        return extra.running().showing(ScriptEffects.Kind.EVENT, ScriptEffects.Kind.OUTPUT);
    }

    @Test
    void a_door_waits_until_the_other_is_closed_and_locked() {
        script(LOCKED)
                .run(
                        """
                        1s  card main-in 01:0001   -> AccessGranted a-1, Unlock main
                        2s  card side-exit 01:0002 -> AccessDenied INTERLOCKED
                        3s  opens main             -> Lock main, DoorOpened, AccessTaken
                        6s  card side-in 01:0002   -> AccessDenied INTERLOCKED
                        7s  shuts main             -> DoorClosed
                        10s card side-in 01:0002   -> AccessGranted a-2, Unlock side
                        20s card main-in 01:0001   -> Lock side, AccessNotTaken, AccessGranted a-1, Unlock main
                        """);
    }

    @Test
    void of_two_in_the_same_instant_only_the_first_is_granted() {
        script(LOCKED)
                .withSlowJournal()
                .run(
                        """
                        1s     card main-in 01:0001 -> AccessGranted a-1
                        1s     card side-in 01:0002 -> AccessDenied INTERLOCKED
                        1050ms commit               -> Unlock main
                        """);
    }

    @Test
    void the_same_door_serves_the_next_person() {
        script(LOCKED)
                .run(
                        """
                        1s card main-in 01:0001   -> AccessGranted a-1, Unlock main
                        2s card main-exit 01:0002 -> AccessGranted a-2
                        """);
    }

    @Test
    void rex_wins_and_the_other_door_waits_for_it() {
        script(LOCKED)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1, Unlock main
                        2s  rex side             -> Unlock side, ExitRequested
                        3s  opens side           -> Lock side, DoorOpened, AccessTaken
                        4s  opens main           -> Lock main, DoorOpened, AccessTaken
                        9s  shuts main           -> DoorClosed
                        10s card main-in 01:0001 -> AccessDenied INTERLOCKED
                        14s shuts side           -> DoorClosed
                        15s card main-in 01:0001 -> AccessGranted a-1, Unlock main
                        """);
    }

    @Test
    void fire_wins_over_interlocks() {
        script(LOCKED)
                .run(
                        """
                        1s card main-in 01:0001 -> AccessGranted a-1, Unlock main
                        2s fire on              -> AlarmRaised FIRE, Unlock side, Unlock ward
                        3s card side-in 01:0002 -> AccessGranted a-2
                        """);
    }

    @Test
    void a_door_that_was_forced_counts_as_open() {
        script(LOCKED)
                .run(
                        """
                        1s card main-in 01:0001 -> AccessGranted a-1, Unlock main
                        7s opens side           -> Lock main, AccessNotTaken, DoorOpened, AlarmRaised FORCED_OPEN
                        9s card main-in 01:0001 -> AccessDenied INTERLOCKED
                        """);
    }

    @Test
    void interlocks_and_passback_hold_together_on_the_same_doors() {
        script(LOCKED.with(PlaceSamples.area(YARD, Passback.HARD)))
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1, Unlock main
                        2s  opens main           -> Lock main, DoorOpened, AccessTaken
                        3s  card side-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        4s  card side-in 01:0002 -> AccessDenied INTERLOCKED
                        6s  shuts main           -> DoorClosed
                        15s card side-in 01:0002 -> AlarmReturned, AccessGranted a-2, Unlock side
                        16s opens side           -> Lock side, DoorOpened, AccessTaken
                        20s shuts side           -> DoorClosed
                        30s card main-in 01:0002 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        """);
    }
}
