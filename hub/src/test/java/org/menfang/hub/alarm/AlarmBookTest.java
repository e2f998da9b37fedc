package org.menfang.hub.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;

/// In the tables stand what happens to one alarm, its state after it, how often it was raised, and
/// who answered; `-` for no alarm and for nobody, `refused` for an act that the state forbids.
class AlarmBookTest {
    private static final GateIdentity NORTH = GateJournal.NORTH;
    private static final Instant HEARD = Instant.parse("2026-11-22T08:00:00Z");
    private static final OperatorName LI = new OperatorName("Li");

    private final AlarmBook book = new AlarmBook(List.of(), 0);
    private final GateJournal journal = new GateJournal(NORTH);

    @Test
    void an_alarm_of_a_gate_follows_the_gate() {
        check(
                false,
                """
                raise       -> RAISED       1 -
                return      -> RETURNED     1 -
                raise       -> RAISED       2 -
                acknowledge -> ACKNOWLEDGED 2 Li
                raise       -> ACKNOWLEDGED 3 Li
                return      -> LATCHED      3 Li
                raise       -> RAISED       4 -
                return      -> RETURNED     4 -
                acknowledge -> LATCHED      4 Li
                reset       -> -
                """);
    }

    @Test
    void what_a_gate_reports_of_an_alarm_that_the_hub_never_saw_changes_nothing() {
        check(
                false,
                """
                return      -> -
                acknowledge -> -
                reset       -> -
                """);
    }

    @Test
    void a_reset_that_the_gate_reports_is_done_whatever_the_hub_missed() {
        check(
                false,
                """
                raise -> RAISED 1 -
                reset -> -
                """);
    }

    @Test
    void an_alarm_of_the_hub_lives_by_the_same_table() {
        check(
                true,
                """
                raise       -> RAISED       1 -
                reset       -> refused
                acknowledge -> ACKNOWLEDGED 1 Li
                acknowledge -> ACKNOWLEDGED 1 Li
                reset       -> refused
                return      -> LATCHED      1 Li
                return      -> LATCHED      1 Li
                raise       -> RAISED       2 -
                return      -> RETURNED     2 -
                acknowledge -> LATCHED      2 Li
                reset       -> -
                raise       -> RAISED       1 -
                """);
    }

    @Test
    void a_cause_that_merely_lasts_does_not_raise_again() {
        raiseOfHub(false);
        assertEquals(List.of(), raiseOfHub(false));
        assertEquals(1, raiseOfHub(true).size());
    }

    @Test
    void the_most_urgent_come_first_and_then_the_newest() {
        raise(1, AlarmKind.HELD_OPEN, 0);
        raise(2, AlarmKind.FORCED_OPEN, 1);
        raise(3, AlarmKind.FIRE, 2);
        raise(4, AlarmKind.FORCED_OPEN, 3);
        raise(5, AlarmKind.LAMP_DEAD, 4);
        assertEquals(
                List.of(3L, 4L, 2L, 5L, 1L),
                book.byUrgency().stream().map(alarm -> alarm.ref().alarm().value()).toList());
    }

    private void check(boolean byHub, String table) {
        for (String line : table.lines().toList()) {
            String[] sides = line.split(" -> ", -1);
            Optional<String> refusal = byHub ? doOnHub(sides[0].strip()) : doOnGate(sides[0]);
            assertEquals(
                    sides[1].replaceAll(" +", " ").strip(), refusal.orElseGet(this::state), line);
        }
    }

    private String state() {
        assertTrue(book.byUrgency().size() <= 1);
        return book.byUrgency().stream()
                .map(alarm ->
                        alarm.state()
                                + " "
                                + alarm.times()
                                + " "
                                + (alarm.acknowledgedBy() == null ? "-" : alarm.acknowledgedBy()))
                .findFirst()
                .orElse("-");
    }

    private Optional<String> doOnGate(String act) {
        AlarmId id = new AlarmId(1);
        EventBody body =
                switch (act.strip()) {
                    case "raise" -> raised(1, AlarmKind.FORCED_OPEN);
                    case "return" -> new EventBody.AlarmReturned(id);
                    case "acknowledge" -> new EventBody.AlarmAcknowledged(id, LI);
                    default -> new EventBody.AlarmReset(id, LI);
                };
        book.follow(event(body), HEARD);
        return Optional.empty();
    }

    private Optional<String> doOnHub(String act) {
        switch (act) {
            case "raise" -> raiseOfHub(false);
            case "return" -> book.returnOfHub(NORTH, AlarmKind.GATE_SILENT);
            default -> {
                OpenAlarm alarm = book.findOfHub(NORTH, AlarmKind.GATE_SILENT).orElseThrow();
                AlarmState.Act wanted =
                        act.equals("reset") ? AlarmState.Act.RESET : AlarmState.Act.ACKNOWLEDGE;
                if (book.actOnHub(alarm, wanted, LI).isEmpty()) {
                    return Optional.of("refused");
                }
            }
        }
        return Optional.empty();
    }

    private List<AlarmChange> raiseOfHub(boolean repeats) {
        return book.raiseOfHub(NORTH, AlarmKind.GATE_SILENT, "", repeats, HEARD);
    }

    private void raise(long id, AlarmKind kind, long second) {
        book.follow(event(raised(id, kind)), HEARD.plusSeconds(second));
        assertTrue(
                book.find(new AlarmRef(NORTH.compound(), NORTH.gate(), false, new AlarmId(id)))
                        .isPresent());
    }

    private static EventBody raised(long id, AlarmKind kind) {
        return new EventBody.AlarmRaised(
                new AlarmId(id), kind, AlarmSource.of(new DoorId("door")), "", null);
    }

    private Event event(EventBody body) {
        return GateJournal.read(journal.text(EventStream.ALARMS, 1, body, Sha256.ZERO)).event();
    }
}
