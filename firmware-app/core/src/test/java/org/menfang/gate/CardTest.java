package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;

class CardTest {
    @Test
    void a_grant_is_written_before_the_lock_moves() {
        GateScript.running()
                .withSlowJournal()
                .run(
                        """
                        1s    card north 01:0001 -> show READ, AccessGranted h-1, picture
                        1020ms commit -> Unlock north, show GRANTED
                        3s    open north
                        4s    tick -> Lock north, DoorOpened, AccessTaken
                        6s    close north
                        7s    tick -> DoorClosed
                        """);
    }

    @Test
    void a_magnet_is_released_by_taking_its_power() {
        GateScript.running()
                .run(
                        """
                        1s card south 00000001 -> show READ, AccessGranted h-1, Unlock south, show GRANTED
                        7s tick                -> Lock south, AccessNotTaken
                        """);
    }

    @Test
    void every_reason_to_deny() {
        GateScript.running()
                .showing(ScriptEffects.Kind.EVENT, ScriptEffects.Kind.READER)
                .run(
                        """
                        1s  card north 09:0009 -> show DENIED_UNKNOWN, AccessDenied UNKNOWN_CREDENTIAL
                        5s  card north 01:0003 -> show DENIED_BLOCKED, AccessDenied LOST, AlarmRaised LOST_CARD_SHOWN
                        9s  card north 01:0004 -> show DENIED_BLOCKED, AccessDenied SUSPENDED
                        13s card north 01:0006 -> show DENIED_NOT_NOW, AccessDenied NOT_PERMITTED_HERE
                        16s tick               -> AlarmReturned
                        17s bits north 1       -> show DENIED_UNKNOWN, AccessDenied UNREADABLE_CREDENTIAL
                        21s BLOCK north        -> DoorModeChanged BLOCKED, CommandAnswered DONE
                        22s card north 01:0001 -> show DENIED_BLOCKED, AccessDenied DOOR_BLOCKED
                        26s LOCK_DOWN north    -> DoorModeChanged LOCKED_DOWN, CommandAnswered DONE
                        27s card north 01:0001 -> show DENIED_BLOCKED, AccessDenied DOOR_LOCKED_DOWN
                        28s LOCK_DOWN_RELEASE north -> DoorModeChanged BLOCKED, CommandAnswered DONE
                        2h  card north 01:0005 -> show DENIED_BLOCKED, AccessDenied EXPIRED
                        6h  card north 01:0007 -> LampSwitched on, AlarmRaised LAMP_DEAD, show DENIED_NOT_NOW, AccessDenied NOT_PERMITTED_NOW
                        """);
    }

    @Test
    void a_denial_is_photographed() {
        GateScript.running()
                .run(
                        """
                        1s card north 09:0009 -> show DENIED_UNKNOWN, AccessDenied UNKNOWN_CREDENTIAL, picture
                        2s arrived 2          -> PictureTaken
                        """);
    }

    @Test
    void a_card_held_before_the_reader_is_one_read() {
        GateScript.running()
                .run(
                        """
                        1s     card north 01:0001 -> show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                        1200ms card north 01:0001
                        1900ms card north 01:0001
                        2s     card north 01:0001 -> show READ, AccessGranted h-1, picture, show GRANTED
                        2100ms card north 01:0002 -> show READ, AccessGranted h-2, picture, show GRANTED
                        """);
    }

    @Test
    void the_same_person_with_two_cards_at_two_readers_is_two_reads() {
        GateScript.running()
                .run(
                        """
                        1s     card north 01:0001  -> show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                        1100ms card south 00000001 -> show READ, AccessGranted h-1, Unlock south, show GRANTED
                        """);
    }

    @Test
    void a_journal_that_is_slow_delays_nobody_for_long_and_is_an_alarm() {
        GateScript.running()
                .withSlowJournal()
                .run(
                        """
                        1s     card north 01:0001 -> show READ, AccessGranted h-1, picture
                        1099ms tick
                        1100ms tick   -> AlarmRaised STORAGE_SLOW, Unlock north, show GRANTED
                        1200ms commit
                        """);
    }

    @Test
    void a_journal_that_fails_locks_nobody_out_and_is_an_alarm() {
        GateScript.running()
                .withSlowJournal()
                .showing(
                        ScriptEffects.Kind.OUTPUT,
                        ScriptEffects.Kind.EVENT,
                        ScriptEffects.Kind.READER)
                .run(
                        """
                        1s     card north 01:0001 -> show READ, AccessGranted h-1
                        1050ms journal-failed     -> AlarmRaised STORAGE_FAILED, Unlock north, show GRANTED
                        9s     tick               -> Lock north, AccessNotTaken
                        10s    card north 01:0001 -> show READ, AccessGranted h-1, Unlock north, show GRANTED
                        11s    journal-recovered  -> AlarmReturned
                        20s    tick               -> Lock north, AccessNotTaken
                        21s    card north 01:0001 -> show READ, AccessGranted h-1
                        """);
    }

    @Test
    void a_door_locked_down_while_the_journal_writes_stays_shut() {
        GateScript.running()
                .withSlowJournal()
                .run(
                        """
                        1s     card north 01:0001 -> show READ, AccessGranted h-1, picture
                        1010ms LOCK_DOWN north    -> DoorModeChanged LOCKED_DOWN, CommandAnswered DONE, result DONE
                        1020ms commit             -> AccessNotTaken, show DENIED_BLOCKED
                        """);
    }

    @Test
    void more_grants_than_may_wait_send_the_oldest_ahead() {
        GateScript script = GateScript.running().withSlowJournal();
        script.showing(ScriptEffects.Kind.RESULT);
        for (int count = 0; count < Limits.PENDING_GRANTS_MAX; count++) {
            script.run("1s ACCESS north -> result DONE");
        }
        script.showing(ScriptEffects.Kind.OUTPUT).run("1s ACCESS north -> Unlock north");
        assertEquals(AlarmKind.STORAGE_SLOW, script.alarms().getFirst().kind());
    }

    @Test
    void a_thousand_bad_reads_a_second_are_counted_and_hide_nobody() {
        GateScript script = GateScript.running();
        for (int read = 0; read < 1_000; read++) {
            script.showing(ScriptEffects.Kind.MEMORY);
            String expected = read == 24 ? " -> remember" : "";
            script.run("1s bits south 0" + expected);
        }
        script.showing(ScriptEffects.Kind.OUTPUT, ScriptEffects.Kind.READER)
                .run(
                        """
                        1s card south 00000001 -> show READ, Unlock south, show GRANTED
                        1s rex north           -> Unlock north
                        1s card south 00000003 -> show DENIED_BLOCKED
                        """);
        long denials =
                script.all().stream()
                        .filter(effect -> isEvent(effect, EventBody.AccessDenied.class))
                        .count();
        assertEquals(Limits.DENIAL_BURST_MAX + 1, denials);
        script.showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        11s tick -> AccessNotTaken, AccessNotTaken, AlarmReturned, AlarmReturned
                        61s tick -> BadReadsCounted 995
                        """);
        assertTrue(
                script.alarms().stream()
                        .anyMatch(alarm ->
                                alarm.kind() == AlarmKind.READER_FLOODED
                                        && alarm.state() == AlarmState.RETURNED));
    }

    @Test
    void denials_far_enough_apart_are_each_written() {
        GateScript script = GateScript.running().showing(ScriptEffects.Kind.EVENT);
        for (int read = 0; read < 20; read++) {
            Duration at = Limits.DENIAL_REFILL.multipliedBy(read);
            script.run(at.toMillis() + "ms card north 09:0009 -> AccessDenied UNKNOWN_CREDENTIAL");
        }
    }

    @Test
    void who_needs_longer_is_given_longer() {
        GateScript.running()
                .showing(ScriptEffects.Kind.OUTPUT)
                .run(
                        """
                        1s  card north 01:0002 -> Unlock north
                        15s tick
                        16s tick -> Lock north
                        """);
    }

    @Test
    void new_rules_decide_from_the_next_card_on() {
        GateScript.running().run("1s new-rules -> RulesApplied");
    }

    @Test
    void a_clock_at_1970_lets_residents_home_and_nobody_whose_right_hangs_on_the_time() {
        GateScript.running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s clock 1970-01-01T00:00:00Z untrusted -> TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED, LampSwitched on
                        2s card north 01:0001 -> AccessGranted h-1
                        3s card north 01:0007 -> AccessGranted h-7
                        4s card north 01:0005 -> AccessDenied TIME_NOT_TRUSTED
                        5s clock 2026-11-23T04:00:05Z trusted -> TimeTrustChanged TRUSTED, AlarmReturned, LampSwitched off
                        6s card north 01:0005 -> AccessGranted h-5
                        """);
    }

    @Test
    void a_clock_that_steps_back_revives_no_card_and_is_not_believed() {
        GateScript.runningAt(Samples.NOON.plus(Duration.ofHours(3)))
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s card north 01:0005 -> AccessDenied EXPIRED
                        2s clock 2026-11-23T04:00:00Z trusted -> TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED, LampSwitched on
                        4s card north 01:0005 -> AccessDenied EXPIRED
                        6s card north 01:0001 -> AccessGranted h-1
                        """);
    }

    @Test
    void a_clock_behind_the_last_event_of_the_last_run_is_not_believed() {
        JournalStart start =
                new JournalStart(
                        2,
                        40,
                        0,
                        0,
                        0,
                        Samples.NOON.plus(Duration.ofHours(3)),
                        Memory.EMPTY,
                        List.of());
        Instant before = Samples.NOON;
        new GateScript(start, before, TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s tick -> GateStarted, LampSwitched on, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        1s card north 01:0005 -> AccessDenied EXPIRED
                        """);
    }

    private static boolean isEvent(Effect effect, Class<? extends EventBody> type) {
        return effect instanceof Effect.Append(var event) && type.isInstance(event.body());
    }
}
