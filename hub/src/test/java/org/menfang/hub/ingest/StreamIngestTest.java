package org.menfang.hub.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.ReceivedEvent;

/// In the tables, `5` is the event 5 as its gate wrote it, `5x` another event that follows the
/// genuine 4, `5?` one that follows something else, and `5d3-4` one which says that 3 and 4 were
/// dropped. After the arrow stand the events that are stored, what the hub holds then, `!` if it
/// says so, and what it found.
class StreamIngestTest {
    private static final EventStream STREAM = EventStream.EVENTS;

    private final GateJournal journal = new GateJournal(GateJournal.NORTH).fill(STREAM, 20);
    private final Map<Long, Sha256> stored = new HashMap<>();
    private StreamIngest stream = StreamIngest.after(STREAM, StreamPosition.START);

    @Test
    void events_in_order_are_stored_and_acknowledged() {
        check(
                """
                0s 1     -> 1     held 1 !
                0s 2 3 4 -> 2 3 4 held 4 !
                """);
    }

    @Test
    void what_is_known_is_acknowledged_again_and_not_stored_again() {
        check(
                """
                0s 1 2 3   -> 1 2 3 held 3 !
                0s 1 2 3   ->       held 3 !
                0s 2 3 4 5 -> 4 5   held 5 !
                0s 5 5 5 6 -> 6     held 6 !
                """);
    }

    @Test
    void a_gap_is_asked_for_at_an_unhurried_pace_and_closes() {
        check(
                """
                0s 1     -> 1     held 1 !
                5s 4     ->       held 1 !
                5s 5     ->       held 1
                6s 6     ->       held 1 !
                7s 2 3 4 -> 2 3 4 held 4 !
                """);
    }

    @Test
    void a_gap_within_a_batch_stores_what_stands_before_it() {
        check(
                """
                0s 1 2 4 5 -> 1 2     held 2 !
                1s 3 4 5   -> 3 4 5   held 5 !
                """);
    }

    @Test
    void what_never_comes_counts_as_missing_after_being_asked_for_long_and_often() {
        check(
                """
                0s  1   -> 1   held 1 !
                5s  4   ->     held 1 !
                20s 4   ->     held 1 !
                40s 4   ->     held 1 !
                64s 4   ->     held 1 !
                66s 4 5 -> 4 5 held 5 ! missing 2-3
                """);
    }

    @Test
    void patience_alone_is_not_enough_if_the_gate_was_hardly_asked() {
        check(
                """
                0s   1 -> 1 held 1 !
                5s   4 ->   held 1 !
                99s  4 ->   held 1 !
                100s 4 ->   held 1 !
                101s 4 ->   held 1 !
                102s 4 -> 4 held 4 ! missing 2-3
                """);
    }

    @Test
    void of_messages_that_overtake_each_other_the_shortest_gap_counts() {
        check(
                """
                0s  1   -> 1   held 1 !
                5s  7   ->     held 1 !
                20s 4   ->     held 1 !
                40s 7   ->     held 1 !
                64s 9   ->     held 1 !
                66s 4 5 -> 4 5 held 5 ! missing 2-3
                """);
    }

    @Test
    void a_gap_that_grew_because_the_gate_dropped_more_is_waited_for_anew() {
        check(
                """
                0s   1 -> 1 held 1 !
                5s   4 ->   held 1 !
                20s  4 ->   held 1 !
                40s  4 ->   held 1 !
                60s  4 ->   held 1 !
                70s  7 ->   held 1 !
                90s  7 ->   held 1 !
                110s 7 ->   held 1 !
                125s 7 ->   held 1 !
                129s 7 ->   held 1 !
                131s 7 -> 7 held 7 ! missing 2-6
                """);
    }

    @Test
    void what_the_gate_says_it_dropped_is_not_waited_for() {
        check(
                """
                0s 1          -> 1      held 1 !
                1s 4 5d2-3    -> 4 5d   held 5 ! missing 2-3
                2s 8 9d6-6    ->        held 5 !
                3s 8 9d6-7    -> 8 9d   held 9 ! missing 6-7
                """);
    }

    @Test
    void the_very_first_events_may_be_missing_too() {
        check(
                """
                0s 3 4d1-2 -> 3 4d held 4 ! missing 1-2
                """);
    }

    @Test
    void an_event_of_a_missing_stretch_that_comes_late_changes_nothing() {
        check(
                """
                0s 3 4d1-2 -> 3 4d held 4 ! missing 1-2
                1s 1 2     ->      held 4 !
                """);
    }

    @Test
    void another_event_under_a_known_number_breaks_the_chain_and_is_said_once() {
        check(
                """
                0s 1 2 3 -> 1 2 3 held 3 !
                1s 2x 4  ->       held 3 ! broken 2
                1s 3x    ->       held 3
                2s 2x    ->       held 3 !
                3s 4     -> 4     held 4 ! mended
                4s 4x    ->       held 4 ! broken 4
                """);
    }

    @Test
    void an_event_that_does_not_follow_is_refused_and_the_right_one_is_still_taken() {
        check(
                """
                0s 1 2   -> 1 2   held 2 !
                1s 3? 4  ->       held 2 ! broken 3
                2s 3 4   -> 3 4   held 4 ! mended
                """);
    }

    @Test
    void an_event_that_follows_a_forged_one_is_refused() {
        check(
                """
                0s 1 2x -> 1 2x held 2 !
                1s 3    ->      held 2 ! broken 3
                """);
    }

    @Test
    void after_a_person_has_seen_the_break_the_stream_goes_on() {
        check("0s 1 2 -> 1 2 held 2 !\n1s 3? -> held 2 ! broken 3\n");
        stream = stream.breakAcknowledged();
        check("2s 3? -> 3? held 3 ! break 3 mended\n");
        check("3s 4? -> held 3 ! broken 4\n");
    }

    @Test
    void a_person_who_has_seen_nothing_broken_allows_nothing() {
        check("0s 1 2 -> 1 2 held 2 !\n");
        stream = stream.breakAcknowledged();
        check("1s 3? -> held 2 ! broken 3\n");
    }

    private void check(String table) {
        for (String line : table.lines().toList()) {
            String[] sides = line.split("->", -1);
            List<String> words = new ArrayList<>(List.of(sides[0].trim().split(" +")));
            long millis = Long.parseLong(words.removeFirst().replace("s", "")) * 1000;
            List<ReceivedEvent> batch = words.stream().map(this::event).toList();
            Intake intake = stream.take(batch, seq -> Optional.ofNullable(stored.get(seq)), millis);
            stream = intake.next();
            intake.fresh().forEach(this::store);
            assertEquals(sides[1].trim().replaceAll(" +", " "), said(intake), line);
        }
    }

    private String said(Intake intake) {
        List<String> words = new ArrayList<>();
        intake.fresh().forEach(event -> words.add(name(event)));
        words.add("held " + intake.next().held().seq());
        if (intake.answer()) {
            words.add("!");
        }
        intake.findings().forEach(finding -> words.add(said(finding)));
        return String.join(" ", words);
    }

    private static String said(Finding finding) {
        return switch (finding) {
            case Finding.Missing(ChainGap gap) -> "missing " + gap.fromSeq() + "-" + gap.toSeq();
            case Finding.Broken(ReceivedEvent event, String why) ->
                    "broken " + event.event().position().seq();
            case Finding.BreakRecorded(ChainGap gap) -> "break " + gap.fromSeq();
            case Finding.Mended() -> "mended";
        };
    }

    private String name(ReceivedEvent event) {
        long seq = event.event().position().seq();
        boolean genuine = event.text().equals(journal.text(STREAM, seq));
        boolean follows = event.previous().equals(journal.hash(STREAM, seq - 1));
        String mark =
                event.event().body() instanceof EventBody.EventsDropped
                        ? "d"
                        : genuine ? "" : follows ? "x" : "?";
        return seq + mark;
    }

    private void store(ReceivedEvent event) {
        stored.put(event.event().position().seq(), event.hash());
    }

    private ReceivedEvent event(String word) {
        String[] parts = word.split("(?=[x?d])", 2);
        long seq = Long.parseLong(parts[0]);
        if (parts.length == 1) {
            return journal.received(STREAM, seq);
        }
        Sha256 genuine = journal.hash(STREAM, seq - 1);
        EventBody another = new EventBody.DoorClosed(new DoorId("forged"));
        return switch (parts[1].charAt(0)) {
            case 'x' -> GateJournal.read(journal.text(STREAM, seq, another, genuine));
            case '?' ->
                    GateJournal.read(journal.text(STREAM, seq, another, Sha256.of("elsewhere")));
            default -> {
                String[] range = parts[1].substring(1).split("-", -1);
                EventBody dropped =
                        new EventBody.EventsDropped(
                                STREAM,
                                Long.parseLong(range[0]),
                                Long.parseLong(range[1]),
                                "disk full");
                yield GateJournal.read(journal.text(STREAM, seq, dropped, genuine));
            }
        };
    }
}
