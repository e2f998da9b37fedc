package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.menfang.gate.sqlite.Samples.at;
import static org.menfang.gate.sqlite.Samples.event;
import static org.menfang.vocabulary.EventStream.ALARMS;
import static org.menfang.vocabulary.EventStream.EVENTS;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.StoredEvents;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.ReceivedEvent;

/// What every journal does, whatever it writes to.
@Timeout(120)
interface JournalContract {
    /// A journal that runs, and what it told.
    interface Running {
        Journal journal();

        StoredEvents stored();

        JournalStart start();

        RecordingInbox inbox();

        /// Lets what was asked for happen, where that does not come by itself.
        void settle();

        /// The gate ends and starts again with the same storage.
        Running startAgain();
    }

    /// A journal whose storage is empty.
    Running startFirst();

    @Test
    default void the_first_start_is_boot_one_and_knows_nothing() {
        assertEquals(JournalStart.FIRST, startFirst().start());
    }

    @Test
    default void an_appended_event_is_reported_committed_by_stream() {
        Running running = startFirst();
        append(running, EVENTS, 1, 3);
        append(running, ALARMS, 1, 1);
        running.inbox().untilCommitted(at(ALARMS, 1));
        assertEquals(3, texts(running, EVENTS, 1, 10).size());
        assertEquals(1, texts(running, ALARMS, 1, 10).size());
    }

    @Test
    default void each_event_carries_the_hash_of_the_one_before_it() {
        Running running = startFirst();
        append(running, EVENTS, 1, 5);
        running = running.startAgain();
        append(running, EVENTS, 6, 10);
        running.inbox().untilCommitted(at(EVENTS, 10));
        Sha256 previous = Sha256.ZERO;
        long seq = 0;
        for (String text : texts(running, EVENTS, 1, 10)) {
            ReceivedEvent event = parsed(text);
            assertEquals(++seq, event.event().position().seq());
            assertEquals(previous, event.previous());
            previous = event.hash();
        }
        assertEquals(10, seq);
    }

    @Test
    default void a_restart_goes_on_where_the_journal_left_off() {
        Running running = startFirst();
        append(running, ALARMS, 1, 2);
        append(running, EVENTS, 1, 4);
        Memory memory = Samples.memory(2);
        running.journal().remember(memory);
        running.settle();
        running.inbox().untilCommitted(at(EVENTS, 4));
        Running again = running.startAgain();
        assertEquals(
                new JournalStart(2, 4, 2, 0, 0, Samples.START.plusSeconds(4), memory, List.of()),
                again.start());
        assertEquals(3, again.startAgain().start().boot());
    }

    @Test
    default void the_ledger_is_there_after_a_restart() {
        Running running = startFirst();
        Entry level =
                new Entry.LevelSet(
                        SiteLevel.LOCKDOWN, Samples.START, 60_000, Samples.OPERATOR, null);
        Entry uses = Samples.quotaUses(2);
        running.journal().keep(Samples.counter(7, 1));
        running.journal().keep(Samples.counter(8, 1));
        running.journal().keep(Samples.quotaUses(1));
        running.journal().keep(level);
        running.journal().keep(uses);
        running.journal().forget(Samples.counter(8, 1).key());
        running.journal().forget(Samples.counter(9, 1).key());
        append(running, EVENTS, 1, 1);
        running.inbox().untilCommitted(at(EVENTS, 1));
        Running again = running.startAgain();
        assertEquals(
                Set.of(Samples.counter(7, 1), level, uses), Set.copyOf(again.start().ledger()));
        again.journal().keep(Samples.counter(7, 2));
        again.settle();
        assertEquals(
                Set.of(Samples.counter(7, 2), level, uses),
                Set.copyOf(again.startAgain().start().ledger()));
    }

    @Test
    default void what_is_kept_before_an_event_is_durable_with_it() {
        Running running = startFirst();
        for (int seq = 1; seq <= 20; seq++) {
            running.journal().keep(Samples.counter(7, seq));
            append(running, EVENTS, seq, seq);
        }
        running.inbox().untilCommitted(at(EVENTS, 20));
        assertEquals(List.of(Samples.counter(7, 20)), running.startAgain().start().ledger());
    }

    @Test
    default void an_event_after_a_gap_is_a_broken_invariant() {
        Running running = startFirst();
        append(running, EVENTS, 1, 1);
        assertThrows(IllegalStateException.class, () -> append(running, EVENTS, 3, 3));
    }

    @Test
    default void an_event_written_twice_is_a_broken_invariant() {
        Running running = startFirst();
        append(running, EVENTS, 1, 1);
        assertThrows(IllegalStateException.class, () -> append(running, EVENTS, 1, 1));
    }

    @Test
    default void an_acknowledgement_with_the_right_hash_is_matched_and_remembered() {
        Running running = startFirst();
        append(running, EVENTS, 1, 5);
        running.inbox().untilCommitted(at(EVENTS, 5));
        Sha256 third = parsed(texts(running, EVENTS, 3, 3).getFirst()).hash();
        assertEquals(new Input.AcknowledgementMatched(EVENTS, 3), check(running, EVENTS, 3, third));
        assertEquals(3, running.startAgain().start().acknowledgedEventSeq());
    }

    @Test
    default void an_acknowledgement_with_another_hash_has_diverged() {
        Running running = startFirst();
        append(running, ALARMS, 1, 2);
        running.inbox().untilCommitted(at(ALARMS, 2));
        assertEquals(
                new Input.AcknowledgementDiverged(ALARMS, 2),
                check(running, ALARMS, 2, Sha256.of("other")));
    }

    @Test
    default void a_hub_that_holds_nothing_says_so_with_the_zero_hash() {
        Running running = startFirst();
        assertEquals(
                new Input.AcknowledgementMatched(EVENTS, 0),
                check(running, EVENTS, 0, Sha256.ZERO));
        assertEquals(
                new Input.AcknowledgementDiverged(EVENTS, 0),
                check(running, EVENTS, 0, Sha256.of("other")));
    }

    @Test
    default void a_hub_that_holds_more_than_was_written_has_diverged() {
        Running running = startFirst();
        append(running, EVENTS, 1, 2);
        running.inbox().untilCommitted(at(EVENTS, 2));
        assertEquals(
                new Input.AcknowledgementDiverged(EVENTS, 7),
                check(running, EVENTS, 7, Sha256.of("other")));
    }

    @Test
    default void a_hub_that_went_back_gets_its_own_position() {
        Running running = startFirst();
        append(running, EVENTS, 1, 5);
        running.inbox().untilCommitted(at(EVENTS, 5));
        Sha256 fourth = parsed(texts(running, EVENTS, 4, 4).getFirst()).hash();
        assertEquals(
                new Input.AcknowledgementMatched(EVENTS, 4), check(running, EVENTS, 4, fourth));
        assertEquals(
                new Input.AcknowledgementMatched(EVENTS, 0),
                check(running, EVENTS, 0, Sha256.ZERO));
        assertEquals(0, running.startAgain().start().acknowledgedEventSeq());
    }

    @Test
    default void a_signed_head_names_the_event_and_its_hash() {
        Running running = startFirst();
        append(running, EVENTS, 1, 2);
        running.journal().signHead(EVENTS, 2);
        running.settle();
        Input.HeadSignatureMade made = running.inbox().next(Input.HeadSignatureMade.class);
        assertEquals(2, made.seq());
        assertEquals(parsed(texts(running, EVENTS, 2, 2).getFirst()).hash(), made.hash());
    }

    @Test
    default void a_range_without_events_reads_as_nothing() {
        Running running = startFirst();
        assertEquals(List.of(), texts(running, EVENTS, 1, 100));
    }

    static void append(Running running, EventStream stream, long fromSeq, long toSeq) {
        for (long seq = fromSeq; seq <= toSeq; seq++) {
            running.journal().append(event(stream, seq));
        }
        running.settle();
    }

    /// Asks, and waits for the answer.
    static Input check(Running running, EventStream stream, long seq, Sha256 hash) {
        running.journal().checkAcknowledgement(new Acknowledgement(stream, seq, hash, null));
        running.settle();
        return running.inbox().next();
    }

    static List<String> texts(Running running, EventStream stream, long fromSeq, long toSeq) {
        CompletableFuture<List<String>> read = new CompletableFuture<>();
        running.stored().read(stream, fromSeq, toSeq, read::complete);
        return read.join();
    }

    static ReceivedEvent parsed(String text) {
        Parsed<List<ReceivedEvent>> parsed =
                EventJson.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return parsed.orThrow().getFirst();
    }
}
