package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.sqlite.JournalContract.texts;
import static org.menfang.vocabulary.EventStream.ALARMS;
import static org.menfang.vocabulary.EventStream.EVENTS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.EventBody;

/// A journal that goes on with the database of a backup: no number is used twice, and the hub can
/// go on with whatever it holds.
@Timeout(120)
class RestoredDatabaseTest {
    private static final Instant COPIED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration SINCE = Duration.ofDays(3);
    private static final Instant NOW = COPIED.plus(SINCE);

    /// The last event of the backup, of either stream.
    private static final long LAST = 20;

    private static final long SKIPPED_TO =
            LAST
                    + NumberMark.BLOCK_EVENTS
                    + SINCE.toSeconds() * RestoredDatabase.EVENTS_A_SECOND_MAX;

    @TempDir private Path folder = Path.of("");

    @Test
    void it_begins_behind_all_numbers_that_may_have_been_given_and_says_which() {
        restore();
        try (JournalOnDisk gate = start()) {
            assertEquals(SKIPPED_TO, gate.start().lastEventSeq());
            assertEquals(SKIPPED_TO, gate.start().lastAlarmSeq());
            assertEquals(LAST + 1, told(gate).fromSeq());
            Input.EventsDropped second = told(gate);
            assertEquals(SKIPPED_TO, second.toSeq());
            assertTrue(second.why().contains("a backup of " + COPIED), second::why);
            append(gate, EVENTS, SKIPPED_TO + 1, SKIPPED_TO + 3);
            assertEquals(3, gate.checkChain(EVENTS, SKIPPED_TO + 1, SKIPPED_TO + 3).size());
            assertEquals(23, texts(gate, EVENTS, 1, SKIPPED_TO + 3).size());
        }
    }

    @Test
    void a_second_restore_of_the_same_backup_begins_behind_the_first() throws IOException {
        writeBackup();
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve(GateDatabase.FILE_NAME), copy.resolve(GateDatabase.FILE_NAME));
        assertEquals(Optional.empty(), RestoredDatabase.prepare(folder, COPIED, NOW));
        Instant later = NOW.plus(Duration.ofHours(1));
        assertEquals(Optional.empty(), RestoredDatabase.prepare(copy, COPIED, later));
        try (JournalOnDisk first = start();
                JournalOnDisk second = JournalOnDisk.start(copy, JournalOnDisk.LIMITS)) {
            assertEquals(36_000, second.start().lastEventSeq() - first.start().lastEventSeq());
            assertEquals(360, second.start().boot() - first.start().boot());
        }
    }

    @Test
    void what_is_skipped_is_told_again_until_an_event_speaks_of_it() {
        restore();
        try (JournalOnDisk gate = start()) {
            told(gate);
            try (JournalOnDisk again = gate.startAgain()) {
                assertEquals(SKIPPED_TO, again.start().lastEventSeq(), "no event was written");
                Input.EventsDropped first = told(again);
                Input.EventsDropped second = told(again);
                write(again, 1, first);
                write(again, 2, second);
                try (JournalOnDisk last = again.startAgain()) {
                    assertTrue(last.inbox().isEmpty(), "an event speaks of both");
                    assertEquals(SKIPPED_TO + 2, last.start().lastEventSeq());
                }
            }
        }
    }

    @Test
    void a_hub_that_holds_what_the_lost_card_wrote_goes_on_with_the_first_new_event() {
        restore();
        try (JournalOnDisk gate = start()) {
            assertEquals(SKIPPED_TO, matched(gate, LAST + 7, Sha256.of("of the lost card")));
            assertEquals(SKIPPED_TO, matched(gate, LAST, hashOf(gate, LAST)));
        }
    }

    @Test
    void a_hub_that_lacks_events_of_the_backup_gets_them() {
        restore();
        try (JournalOnDisk gate = start()) {
            assertEquals(12, matched(gate, 12, hashOf(gate, 12)));
            assertEquals(8, texts(gate, EVENTS, 13, SKIPPED_TO).size());
        }
    }

    @Test
    void a_hub_that_holds_another_event_of_the_backup_is_found_out() {
        restore();
        try (JournalOnDisk gate = start()) {
            gate.journal()
                    .checkAcknowledgement(
                            new Acknowledgement(EVENTS, 12, Sha256.of("another"), null));
            assertEquals(12, gate.inbox().next(Input.AcknowledgementDiverged.class).seq());
        }
    }

    @Test
    void skipped_numbers_take_no_room_and_are_dropped_at_one_stroke() {
        restore();
        JournalLimits hundred = JournalOnDisk.LIMITS.withEvents(100);
        try (JournalOnDisk gate = JournalOnDisk.start(folder, hundred)) {
            told(gate);
            told(gate);
            append(gate, EVENTS, SKIPPED_TO + 1, SKIPPED_TO + 80);
            assertEquals(100, texts(gate, EVENTS, 1, SKIPPED_TO + 80).size(), "all are kept");
            JournalContract.append(gate, EVENTS, SKIPPED_TO + 81, SKIPPED_TO + 101);
            for (long seq = 1; seq <= LAST; seq++) {
                assertEquals(List.of(seq, seq), range(told(gate)));
            }
            assertEquals(List.of(LAST + 1, SKIPPED_TO + 1), range(told(gate)));
        }
    }

    @Test
    void alarms_and_modes_of_that_time_are_forgotten_and_passes_count_as_used() {
        restore();
        try (JournalOnDisk gate = start()) {
            assertEquals(Memory.EMPTY, gate.start().memory());
            assertTrue(gate.start().ledger().contains(new Entry.UsesForgotten(NOW)));
            assertTrue(gate.start().ledger().contains(Samples.counter(1, 7)));
            assertEquals(
                    1 + 1_000 + SINCE.dividedBy(RestoredDatabase.START_INTERVAL_MIN) + 1,
                    gate.start().boot());
        }
    }

    @Test
    void a_file_that_is_held_does_not_change_while_the_journal_goes_on() throws Exception {
        Path data = Files.createDirectories(folder.resolve("held"));
        Path file = data.resolve(GateDatabase.FILE_NAME);
        try (JournalOnDisk gate = JournalOnDisk.start(data, JournalOnDisk.LIMITS)) {
            append(gate, EVENTS, 1, 10);
            var held = gate.heldFile();
            long first = held.hold();
            byte[] before = Files.readAllBytes(file);
            append(gate, EVENTS, 11, 5_000);
            assertTrue(Files.size(data.resolve("gate.db-wal")) > 1_000_000, "beyond the usual");
            assertEquals(Sha256.of(before), Sha256.of(Files.readAllBytes(file)));
            assertTrue(held.release(first));
            assertFalse(held.release(first), "it is not held any more");
            long second = held.hold();
            long third = held.hold();
            assertFalse(held.release(second), "somebody else holds it, from another moment on");
            assertTrue(held.release(third));
            assertEquals(5_000, gate.checkChain(EVENTS, 1, 5_000).size());
        }
    }

    /// Appends, and waits until all of it is durable.
    private static void append(JournalOnDisk gate, EventStream stream, long from, long to) {
        JournalContract.append(gate, stream, from, to);
        gate.inbox().untilCommitted(Samples.at(stream, to));
    }

    private void writeBackup() {
        try (JournalOnDisk gate = start()) {
            append(gate, EVENTS, 1, LAST);
            append(gate, ALARMS, 1, LAST);
            gate.journal().remember(Samples.memory(3));
            gate.journal().keep(Samples.counter(1, 7));
        }
    }

    private void restore() {
        writeBackup();
        assertEquals(Optional.empty(), RestoredDatabase.prepare(folder, COPIED, NOW));
    }

    private JournalOnDisk start() {
        return JournalOnDisk.start(folder, JournalOnDisk.LIMITS);
    }

    private static Input.EventsDropped told(JournalOnDisk gate) {
        return gate.inbox().next(Input.EventsDropped.class);
    }

    private static List<Long> range(Input.EventsDropped told) {
        return List.of(told.fromSeq(), told.toSeq());
    }

    private static void write(JournalOnDisk gate, int number, Input.EventsDropped told) {
        long seq = SKIPPED_TO + number;
        gate.journal()
                .append(
                        Samples.event(
                                EVENTS,
                                seq,
                                new EventBody.EventsDropped(
                                        told.stream(), told.fromSeq(), told.toSeq(), told.why())));
        gate.inbox().untilCommitted(Samples.at(EVENTS, seq));
    }

    private static Sha256 hashOf(JournalOnDisk gate, long seq) {
        return JournalContract.parsed(texts(gate, EVENTS, seq, seq).getFirst()).hash();
    }

    private static long matched(JournalOnDisk gate, long seq, Sha256 hash) {
        gate.journal().checkAcknowledgement(new Acknowledgement(EVENTS, seq, hash, null));
        return gate.inbox().next(Input.AcknowledgementMatched.class).seq();
    }
}
