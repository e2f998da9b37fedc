package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.sqlite.JournalContract.append;
import static org.menfang.gate.sqlite.JournalContract.texts;
import static org.menfang.gate.sqlite.Samples.at;
import static org.menfang.vocabulary.EventStream.EVENTS;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.ReceivedEvent;

/// What the journal drops, in which order, and that it says so.
@Timeout(120)
class EventRetentionTest {
    /// Drops 10 at a time.
    private static final JournalLimits THOUSAND = JournalOnDisk.LIMITS.withEvents(1000);

    @TempDir private Path folder = Path.of("");

    @Test
    void what_the_hub_holds_goes_first_and_its_range_is_told() {
        try (JournalOnDisk gate = JournalOnDisk.start(folder, THOUSAND)) {
            append(gate, EVENTS, 1, 1000);
            acknowledge(gate, 500);
            append(gate, EVENTS, 1001, 1001);
            Input.EventsDropped told = gate.inbox().next(Input.EventsDropped.class);
            assertEquals(List.of(1L, 10L), List.of(told.fromSeq(), told.toSeq()));
            assertTrue(told.why().contains("the hub holds them"), told::why);
            assertEquals(991, gate.checkChain(EVENTS, 11, 1001).size());
        }
    }

    @Test
    void what_the_hub_does_not_hold_goes_only_when_there_is_nothing_else() {
        try (JournalOnDisk gate = JournalOnDisk.start(folder, THOUSAND)) {
            append(gate, EVENTS, 1, 1000);
            acknowledge(gate, 4);
            append(gate, EVENTS, 1001, 1001);
            checkTold(gate, 1, 4, "the hub holds them");
            append(gate, EVENTS, 1002, 1005);
            checkTold(gate, 5, 14, "does not hold them");
        }
    }

    @Test
    void a_dropped_range_that_no_event_speaks_of_is_told_again_after_a_restart() {
        try (JournalOnDisk gate = JournalOnDisk.start(folder, THOUSAND)) {
            append(gate, EVENTS, 1, 1001);
            checkTold(gate, 1, 10, "does not hold them");
            try (JournalOnDisk again = gate.startAgain()) {
                checkTold(again, 1, 10, "does not hold them");
                EventBody body = new EventBody.EventsDropped(EVENTS, 1, 10, "no room");
                again.journal().append(Samples.event(EVENTS, 1002, body));
                again.inbox().untilCommitted(at(EVENTS, 1002));
                try (JournalOnDisk third = again.startAgain()) {
                    assertEquals(1002, third.start().lastEventSeq());
                    assertTrue(third.inbox().isEmpty());
                }
            }
        }
    }

    @Test
    void a_hub_that_went_back_behind_what_is_kept_hears_what_is_gone() {
        try (JournalOnDisk gate = JournalOnDisk.start(folder, THOUSAND)) {
            append(gate, EVENTS, 1, 1001);
            checkTold(gate, 1, 10, "does not hold them");
            gate.journal().checkAcknowledgement(new Acknowledgement(EVENTS, 3, hash(3), null));
            checkTold(gate, 4, 10, "went back");
            assertEquals(new Input.AcknowledgementMatched(EVENTS, 10), gate.inbox().next());
        }
    }

    @Test
    void the_hash_of_the_last_dropped_event_is_still_compared() {
        try (JournalOnDisk gate = JournalOnDisk.start(folder, THOUSAND)) {
            append(gate, EVENTS, 1, 1000);
            gate.inbox().untilCommitted(at(EVENTS, 1000));
            Sha256 tenth = JournalContract.parsed(texts(gate, EVENTS, 10, 10).getFirst()).hash();
            append(gate, EVENTS, 1001, 1001);
            checkTold(gate, 1, 10, "does not hold them");
            gate.journal().checkAcknowledgement(new Acknowledgement(EVENTS, 10, tenth, null));
            assertEquals(new Input.AcknowledgementMatched(EVENTS, 10), gate.inbox().next());
            gate.journal().checkAcknowledgement(new Acknowledgement(EVENTS, 10, hash(0), null));
            assertEquals(new Input.AcknowledgementDiverged(EVENTS, 10), gate.inbox().next());
            ReceivedEvent first = gate.checkChain(EVENTS, 11, 11).getFirst();
            assertEquals(tenth, first.previous());
        }
    }

    @Test
    void a_full_disk_makes_the_oldest_events_go_for_the_newest() {
        JournalLimits tenThousand = JournalOnDisk.LIMITS.withEvents(10_000);
        try (JournalOnDisk gate = JournalOnDisk.start(folder, tenThousand)) {
            append(gate, EVENTS, 1, 2000);
            gate.inbox().untilCommitted(at(EVENTS, 2000));
            gate.disk().becomeFull();
            append(gate, EVENTS, 2001, 2050);
            gate.inbox().next(Input.JournalFailed.class);
            List<Input> told = gate.inbox().until(Input.JournalRecovered.class::isInstance);
            assertEquals(
                    new Input.EventsDropped(EVENTS, 1, 100, "no room; the hub does not hold them"),
                    told.getFirst());
            assertEquals(1950, gate.checkChain(EVENTS, 101, 2050).size());
        }
    }

    private static void acknowledge(JournalOnDisk gate, long seq) {
        gate.inbox().untilCommitted(at(EVENTS, 1000));
        Sha256 hash = JournalContract.parsed(texts(gate, EVENTS, seq, seq).getFirst()).hash();
        gate.journal().checkAcknowledgement(new Acknowledgement(EVENTS, seq, hash, null));
        gate.inbox().next(Input.AcknowledgementMatched.class);
    }

    private static void checkTold(JournalOnDisk gate, long from, long to, String why) {
        Input.EventsDropped told = gate.inbox().next(Input.EventsDropped.class);
        assertEquals(List.of(from, to), List.of(told.fromSeq(), told.toSeq()));
        assertTrue(told.why().contains(why), told::why);
    }

    private static Sha256 hash(long number) {
        return Sha256.of("hash " + number);
    }
}
