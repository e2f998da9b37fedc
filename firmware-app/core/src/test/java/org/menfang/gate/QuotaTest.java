package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.PlaceSamples.Extra;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;
import org.menfang.wire.Grounds;

/// What households may use, alone and with other gates.
class QuotaTest {
    private static final Extra ONE_OUT = Extra.NONE.with(1, PlaceSamples.out(1));

    private static GateScript script(Extra extra) {
        return extra.running().showing(ScriptEffects.Kind.EVENT);
    }

    @Test
    void one_person_of_a_household_leaves_once_every_three_days() {
        script(ONE_OUT)
                .run(
                        """
                        1s    card main-exit 01:0001 -> AccessGranted a-1
                        2s    opens main             -> DoorOpened, AccessTaken
                        5s    shuts main             -> DoorClosed
                        20s   card side-exit 01:0002 -> AccessDenied QUOTA_USED_UP
                        22s   card side-exit 01:0004 -> AccessGranted b-1
                        71h59m card side-exit 01:0001 -> AccessNotTaken, AccessDenied QUOTA_USED_UP
                        72h1m card side-exit 01:0001 -> AccessGranted a-1
                        """);
    }

    @Test
    void coming_home_uses_nothing_and_is_never_denied_by_a_quota() {
        script(ONE_OUT)
                .run(
                        """
                        1s  card main-exit 01:0001 -> AccessGranted a-1
                        2s  opens main             -> DoorOpened, AccessTaken
                        5s  shuts main             -> DoorClosed
                        20s card side-in 01:0001   -> AccessGranted a-1
                        30s card side-in 01:0002   -> AccessNotTaken, AccessGranted a-2
                        """);
    }

    @Test
    void volunteers_and_people_without_a_household_are_not_counted() {
        script(ONE_OUT)
                .run(
                        """
                        1s  card main-exit 01:0003 -> AccessGranted a-3
                        10s card main-exit 01:0003 -> AccessNotTaken, AccessGranted a-3
                        20s card main-exit 01:0005 -> AccessNotTaken, AccessGranted c-1
                        30s card main-exit 01:0005 -> AccessNotTaken, AccessGranted c-1
                        40s card main-exit 01:0001 -> AccessNotTaken, AccessGranted a-1
                        """);
    }

    @Test
    void a_door_that_nobody_opened_gives_the_use_back() {
        script(ONE_OUT)
                .run(
                        """
                        1s  card main-exit 01:0001 -> AccessGranted a-1
                        2s  card side-exit 01:0002 -> AccessDenied QUOTA_USED_UP
                        10s card side-exit 01:0002 -> AccessNotTaken, AccessGranted a-2
                        """);
    }

    @Test
    void two_at_the_same_instant_do_not_use_the_last_use_twice() {
        ONE_OUT.running()
                .withSlowJournal()
                .showing(ScriptEffects.Kind.EVENT, ScriptEffects.Kind.OUTPUT)
                .run(
                        """
                        1s     card main-exit 01:0001 -> AccessGranted a-1
                        1s     card side-exit 01:0002 -> AccessDenied QUOTA_USED_UP
                        1500ms tick
                        1600ms commit                 -> Unlock main
                        """);
    }

    @Test
    void without_a_disk_a_use_is_denied_and_given_back() {
        ONE_OUT.running()
                .withSlowJournal()
                .showing(ScriptEffects.Kind.EVENT, ScriptEffects.Kind.OUTPUT)
                .run(
                        """
                        1s card main-exit 01:0001 -> AccessGranted a-1
                        3s tick                   -> AlarmRaised STORAGE_SLOW, AccessNotTaken, AccessDenied STORAGE_FAILED
                        4s commit
                        5s card main-exit 01:0001 -> AccessGranted a-1
                        6s commit                 -> Unlock main
                        """);
    }

    @Test
    void two_who_pass_together_need_a_use_each() {
        script(ONE_OUT.with(PlaceSamples.twoPersons("main-exit")))
                .run(
                        """
                        1s card main-exit 01:0001
                        3s card main-exit 01:0002 -> AccessDenied QUOTA_USED_UP
                        5s card main-exit 01:0004 -> AccessGranted a-2, AccessGranted b-1
                        """);
    }

    @Test
    void what_is_used_is_known_after_a_power_cut_even_if_nobody_saw_the_door_open() {
        GateScript before = script(ONE_OUT);
        before.run("1s card main-exit 01:0001 -> AccessGranted a-1");
        JournalStart start = before.afterPowerCut();
        new GateScript(ONE_OUT.controller(start), start, before.wall(), TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run("1s card main-exit 01:0002 -> GateStarted, AccessDenied QUOTA_USED_UP");
    }

    @Test
    void a_clock_that_is_not_trusted_revives_no_use() {
        script(ONE_OUT)
                .run(
                        """
                        1s  card main-exit 01:0001 -> AccessGranted a-1
                        2s  opens main             -> DoorOpened, AccessTaken
                        5s  shuts main             -> DoorClosed
                        20s clock 2039-01-01T00:00:00Z untrusted -> TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        21s card side-exit 01:0001 -> AccessDenied QUOTA_USED_UP
                        30s clock 1970-01-01T00:00:00Z untrusted
                        31s card side-exit 01:0001 -> AccessDenied QUOTA_USED_UP
                        """);
    }

    @Test
    void a_quota_ends_by_itself() {
        script(ONE_OUT)
                .run(
                        """
                        719h58m card main-exit 01:0001 -> AccessGranted a-1
                        719h59m card side-exit 01:0002 -> AccessNotTaken, AccessGranted a-2
                        720h    card main-exit 01:0001 -> AccessNotTaken, AccessGranted a-1
                        720h1m  card side-exit 01:0002 -> AccessNotTaken, AccessGranted a-2
                        """);
    }

    @Test
    void uses_at_other_gates_count() {
        script(Extra.NONE.with(2, PlaceSamples.out(2)))
                .run(
                        """
                        1s  link up
                        1s  hub online
                        2s  peer gate-2 5 granted a-2 01:0002 far-exit street out
                        3s  peer gate-2 6 taken 5
                        10s card main-exit 01:0001 -> AccessGranted a-1
                        11s opens main             -> DoorOpened, AccessTaken
                        15s shuts main             -> DoorClosed
                        20s card main-exit 01:0001 -> AccessDenied QUOTA_USED_UP
                        21s peer gate-2 7 not-taken 5
                        30s card main-exit 01:0001 -> AccessDenied QUOTA_USED_UP
                        """);
    }

    @Test
    void what_nobody_took_at_another_gate_is_given_back() {
        script(Extra.NONE.with(2, PlaceSamples.out(1)))
                .run(
                        """
                        2s  peer gate-2 5 granted a-2 01:0002 far-exit street out
                        10s card main-exit 01:0001 -> AccessDenied QUOTA_USED_UP
                        11s peer gate-2 7 not-taken 5
                        20s card main-exit 01:0001 -> AccessGranted a-1
                        """);
    }

    @Test
    void a_gate_that_hears_nobody_keeps_to_its_share() {
        script(Extra.NONE.with(2, PlaceSamples.out(4)))
                .run(
                        """
                        1s  card main-exit 01:0001 -> AccessGranted a-1
                        2s  opens main             -> DoorOpened, AccessTaken
                        5s  shuts main             -> DoorClosed
                        11s card main-exit 01:0001 -> AccessGranted a-1
                        12s opens main             -> DoorOpened, AccessTaken
                        15s shuts main             -> DoorClosed
                        21s card main-exit 01:0001 -> AccessDenied QUOTA_USED_UP
                        30s link up
                        30s hub online
                        31s card main-exit 01:0001 -> AccessGranted a-1
                        32s opens main             -> DoorOpened, AccessTaken
                        35s shuts main             -> DoorClosed
                        40s link lost
                        41s card main-exit 01:0001 -> AccessDenied QUOTA_USED_UP
                        """);
    }

    @Test
    void too_many_uses_are_told_by_the_gate_whose_use_was_the_last() {
        GateScript script = script(Extra.NONE.with(2, PlaceSamples.out(1)));
        script.run(
                """
                1h    card main-exit 01:0001 -> AccessGranted a-1
                1h2s  opens main             -> DoorOpened, AccessTaken
                1h5s  shuts main             -> DoorClosed
                2h    peer gate-2 5 granted a-2 01:0002 far-exit street out -90m
                2h1s  peer gate-2 6 taken 5 -90m -> QuotaExceeded, AlarmRaised QUOTA_CONFLICT
                3h    card main-exit 01:0004 -> AlarmReturned, AccessGranted b-1
                3h2s  opens main             -> DoorOpened, AccessTaken
                4h    peer gate-2 8 granted b-1 01:0004 far-exit street out -5m -> AlarmRaised HELD_OPEN
                4h1s  peer gate-2 9 taken 8 -5m
                """);
        List<EventBody.QuotaExceeded> told =
                script.all().stream()
                        .filter(Effect.Append.class::isInstance)
                        .map(effect -> ((Effect.Append) effect).event().body())
                        .filter(EventBody.QuotaExceeded.class::isInstance)
                        .map(EventBody.QuotaExceeded.class::cast)
                        .toList();
        assertEquals(1, told.size());
        assertEquals(
                List.of(new GateId("gate-2"), new GateId("gate-1")),
                told.getFirst().uses().stream().map(Grounds.UseRef::gate).toList());
        assertEquals(Samples.NOON.plus(Duration.ofHours(1)), told.getFirst().uses().getLast().at());
    }

    @Test
    void what_the_hub_tells_twice_counts_once_and_a_gap_waits() {
        script(Extra.NONE.with(2, PlaceSamples.out(2)))
                .run(
                        """
                        1s  link up
                        1s  hub online
                        2s  peer gate-2 5 granted a-2 01:0002 far-exit street out
                        3s  peer gate-2 5 granted a-2 01:0002 far-exit street out again
                        4s  peer gate-2 9 granted a-2 01:0002 far-exit street out gap
                        10s card main-exit 01:0001 -> AccessGranted a-1
                        """);
    }
}
