package org.menfang.gate;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.ledger.Entry;

/// Tags and passes before a reader, and what a grant uses up.
class ProofTest {
    private static GateScript gate() {
        return GateScript.runningAt(Samples.NOON, DialogueSamples.table())
                .showing(
                        ScriptEffects.Kind.OUTPUT,
                        ScriptEffects.Kind.EVENT,
                        ScriptEffects.Kind.READER,
                        ScriptEffects.Kind.LEDGER);
    }

    private static GateScript quiet() {
        return gate().showing(ScriptEffects.Kind.EVENT);
    }

    @Test
    void the_counter_of_a_tag_is_kept_before_the_grant_and_counts_once() {
        gate().run(
                        """
                        1s code north tag-7   -> keep TagCounter, show READ, AccessGranted h-1, Unlock north, show GRANTED
                        9s code north tag-7   -> Lock north, AccessNotTaken, show DENIED_UNKNOWN, AccessDenied TAG_REPLAYED, AlarmRaised CARD_CLONED
                        11s code north tag-9  -> keep TagCounter, show READ, AccessGranted h-1, Unlock north, show GRANTED
                        20s code north tag-8  -> Lock north, AccessNotTaken, AlarmReturned, show DENIED_UNKNOWN, AccessDenied TAG_REPLAYED, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void a_message_that_the_tag_did_not_sign_moves_no_counter() {
        gate().run(
                        """
                        1s code north forged-9 -> show DENIED_UNKNOWN, AccessDenied TAG_FORGED
                        5s code north tag-7    -> keep TagCounter, show READ, AccessGranted h-1, Unlock north, show GRANTED
                        """);
    }

    @Test
    void a_text_that_stays_before_the_reader_is_one_read() {
        quiet().run(
                        """
                        1s     code north paper-2 -> AccessGranted null
                        1900ms code north paper-2
                        2800ms code north paper-2
                        5s     code north paper-2 -> AccessGranted null
                        """);
    }

    @Test
    void an_advert_is_nothing() {
        quiet().run("1s code north advert -> AccessDenied UNREADABLE_CREDENTIAL");
    }

    @Test
    void a_pass_is_used_up() {
        gate().run(
                        """
                        1s  code north paper-1 -> show READ, keep PassUses, AccessGranted null, Unlock north, show GRANTED
                        2s  open north
                        3s  close north        -> Lock north, DoorOpened, AccessTaken
                        4s  tick               -> DoorClosed
                        10s code north paper-1 -> show DENIED_BLOCKED, AccessDenied PASS_USED_UP
                        """);
    }

    @Test
    void a_pass_that_may_have_been_used_up_in_what_was_lost_counts_as_used_up() {
        Instant lost = Samples.NOON.minusSeconds(60);
        JournalStart start =
                new JournalStart(
                        2, 0, 0, 0, 0, null, Memory.EMPTY, List.of(new Entry.UsesForgotten(lost)));
        GateController controller =
                new GateController(
                        Samples.site(), Samples.SUN, DialogueSamples.table(), start, "1.0");
        GateScript.running(controller, start, Samples.NOON)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  code north paper-1 -> AccessDenied PASS_USED_UP
                        5s  card north 01:0001 -> AccessGranted h-1
                        """);
    }

    @Test
    void a_pass_opens_only_where_it_is_for() {
        quiet().run("1s code south paper -> AccessDenied NOT_PERMITTED_HERE");
    }

    @Test
    void the_digits_of_a_pass_open_as_its_code_does() {
        quiet().run(
                        String.format(
                                """
                                1s keys north %s# -> AccessGranted null
                                9s keys south %s# -> AccessNotTaken, AccessDenied NOT_PERMITTED_HERE
                                """,
                                DialogueSamples.passDigits(3), DialogueSamples.passDigits(4)));
    }

    @Test
    void a_code_of_the_moment_counts_once() {
        quiet().run(
                        """
                        1s  code north phone -> AccessGranted null
                        10s code north phone -> AccessNotTaken, AccessDenied CODE_REPEATED
                        40s code north phone -> AccessGranted null
                        """);
    }

    @Test
    void what_is_used_up_waits_for_the_disk() {
        gate().withSlowJournal()
                .run(
                        """
                        1s     code north paper-1 -> show READ, keep PassUses, AccessGranted null
                        1100ms tick
                        2900ms commit             -> Unlock north, show GRANTED
                        """);
    }

    @Test
    void what_is_used_up_is_denied_where_the_disk_does_not_answer_and_given_back() {
        gate().withSlowJournal()
                .run(
                        """
                        1s     code north paper-1 -> show READ, keep PassUses, AccessGranted null
                        2999ms tick
                        3s     tick               -> AlarmRaised STORAGE_SLOW, keep PassUses, AccessNotTaken, AccessDenied STORAGE_FAILED, show DENIED_WAIT
                        9s     code north paper-1 -> show READ, keep PassUses, AccessGranted null
                        9100ms commit             -> Unlock north, show GRANTED
                        """);
    }

    @Test
    void what_is_used_up_is_denied_at_once_where_the_disk_fails_and_residents_go_on() {
        gate().withSlowJournal()
                .showing(
                        ScriptEffects.Kind.OUTPUT,
                        ScriptEffects.Kind.EVENT,
                        ScriptEffects.Kind.READER)
                .run(
                        """
                        1s     code north paper-1 -> show READ, AccessGranted null
                        1s     card north 01:0001 -> show READ, AccessGranted h-1
                        1050ms journal-failed     -> AlarmRaised STORAGE_FAILED, AccessNotTaken, AccessDenied STORAGE_FAILED, show DENIED_WAIT, Unlock north, show GRANTED
                        4s     code north tag-7   -> show READ, AccessGranted h-1, AccessNotTaken, AccessDenied STORAGE_FAILED, show DENIED_WAIT
                        """);
    }

    @Test
    void a_use_that_nobody_takes_is_given_back_and_a_code_is_not() {
        quiet().run(
                        """
                        1s  code north paper-1 -> AccessGranted null
                        10s code north paper-1 -> AccessNotTaken, AccessGranted null
                        """);
    }

    @Test
    void whoever_was_denied_for_the_disk_escorts_nobody() {
        GateScript.runningAt(Samples.NOON, DialogueSamples.table(DialogueSamples.escortAtNorth()))
                .withSlowJournal()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s code north tag-7    -> AccessGranted h-1
                        2s journal-failed      -> AlarmRaised STORAGE_FAILED, AccessNotTaken, AccessDenied STORAGE_FAILED
                        5s card north 01:0013  -> AccessDenied ESCORT_MISSING
                        9s card north 01:0001  -> AccessGranted h-1
                        10s card north 01:0013 -> AccessGranted h-8
                        """);
    }
}
