package org.menfang.hub.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.notify.Notice;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateState;

/// Days of somebody who is looked after, hour by hour.
class CareWatchTest {
    private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");
    private static final GateId NORTH = new GateId("north");
    private static final GateId SOUTH = new GateId("south");
    private static final HolderId CHEN = new HolderId("h-1");
    private static final OperatorName WANG = new OperatorName("王阿姨");

    private final InMemoryBookStore store = new InMemoryBookStore();
    private final List<LoggedEvent> log = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private Instant now = BEGIN;
    private boolean southIsAway;
    private Instant southHeard = BEGIN;
    private long southWaiting;
    private CareWatch watch = open();

    private CareWatch open() {
        Cared cared = new Cared();
        InstantSource clock = () -> now;
        Book book = Book.open(store, clock, List.of(cared));
        return new CareWatch(book, cared, this::board, this::find, told::add);
    }

    @Test
    void after_48_hours_without_a_passage_the_neighbour_is_told_without_a_name() {
        ask();
        hours(3);
        passes();
        hours(47);
        assertEquals(List.of(), told);
        hours(2);
        assertEquals(1, told.size());
        assertEquals(List.of(WANG), told.getFirst().to());
        assertEquals(Notice.Urgency.CALL, told.getFirst().urgency());
        assertFalse(told.getFirst().zh().contains("h-1"));
        hours(22);
        assertEquals(1, told.size());
        hours(2);
        assertEquals(2, told.size());
        passes();
        hours(47);
        assertEquals(2, told.size());
    }

    @Test
    void a_restart_changes_nothing() {
        ask();
        hours(47);
        watch = open();
        assertEquals(List.of(), told);
        hours(2);
        assertEquals(1, told.size());
        watch = open();
        hours(5);
        assertEquals(1, told.size());
    }

    @Test
    void while_somebody_is_on_holiday_nobody_is_told() {
        ask();
        hours(10);
        watch.pause(WANG, Samples.ELM, CHEN, BEGIN.plus(Duration.ofHours(100)));
        hours(137);
        assertEquals(List.of(), told);
        hours(2);
        assertEquals(1, told.size());
    }

    @Test
    void a_gate_that_is_away_raises_no_false_alarm_and_its_time_does_not_count() {
        ask();
        hours(10);
        southIsAway = true;
        hours(60);
        assertEquals(List.of(), told);
        southIsAway = false;
        southWaiting = 7;
        hours(1);
        southWaiting = 0;
        hours(36);
        assertEquals(List.of(), told);
        hours(3);
        assertEquals(1, told.size());
    }

    @Test
    void what_a_gate_tells_late_counts_from_when_it_happened() {
        ask();
        southIsAway = true;
        hours(20);
        Instant passed = now;
        hours(20);
        southIsAway = false;
        log.add(passage(passed));
        hours(47);
        assertEquals(List.of(), told);
        hours(2);
        assertEquals(1, told.size());
    }

    @Test
    void who_is_no_longer_looked_after_is_forgotten() {
        ask();
        watch.end(WANG, Samples.ELM, CHEN);
        hours(100);
        assertEquals(List.of(), told);
    }

    private void ask() {
        watch.ask(
                new OperatorName("李主任"),
                new CareEntry.Asked(Samples.ELM, CHEN, WANG, CareEntry.AskedBy.SELF));
    }

    private void hours(int count) {
        Instant until = now.plus(Duration.ofHours(count));
        while (now.isBefore(until)) {
            now = now.plus(CareWatch.LOOK_EVERY);
            watch.tick(now);
        }
    }

    private void passes() {
        log.add(passage(now));
    }

    private LoggedEvent passage(Instant at) {
        EventBody body =
                new EventBody.AccessGranted(
                        new AccessPointId("north-in"),
                        new DoorId("north-gate"),
                        CHEN,
                        new CredentialIdentifier("wiegand-26:A1"),
                        CareSamples.grounds(),
                        null);
        Event event =
                new Event(
                        Samples.ELM,
                        NORTH,
                        new EventPosition(EventStream.EVENTS, log.size() + 1L),
                        1,
                        at,
                        TimeTrust.TRUSTED,
                        body);
        return new LoggedEvent(log.size() + 1L, now, event, null, "", null);
    }

    private List<LoggedEvent> find(EventSearch search, int count) {
        return log.reversed().stream()
                .filter(event -> search.matches(event.event()))
                .limit(count)
                .toList();
    }

    private Board board() {
        if (!southIsAway) {
            southHeard = now;
        }
        return new Board(
                1,
                now,
                List.of(),
                List.of(
                        card(NORTH, true, now, 0),
                        card(SOUTH, !southIsAway, southHeard, southWaiting)));
    }

    private GateCard card(GateId gate, boolean online, @Nullable Instant heard, long waiting) {
        GateState state =
                new GateState(
                        gate.value(),
                        now,
                        TimeTrust.TRUSTED,
                        1,
                        1,
                        false,
                        SiteLevel.NORMAL,
                        null,
                        null,
                        1,
                        List.of(),
                        waiting,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return new GateCard(Samples.ELM, gate, online, heard, state, heard);
    }
}
