package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.alarm.AlarmBook;
import org.menfang.hub.alarm.AlarmChange;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.ingest.ChainGap;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.hub.people.Person;
import org.menfang.hub.store.HubStore.CommitOutcome;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.json.ReceivedEvent;

/// What every store keeps to.
abstract class HubStoreContract {
    private static final GateIdentity NORTH = GateJournal.NORTH;
    private static final GateIdentity SOUTH =
            new GateIdentity(NORTH.compound(), new GateId("south"));
    private static final Instant HEARD = Instant.parse("2026-11-22T08:00:00.123Z");

    private final GateJournal journal = new GateJournal(NORTH);

    /// The same store each time, as a new program would find it.
    abstract HubStore open();

    @Test
    void a_new_store_knows_nothing() {
        assertEquals(new HubMemory(List.of(), Map.of(), List.of(), 0, 0, Map.of()), open().load());
        assertEquals(List.of(), open().log(Long.MAX_VALUE, 10));
        assertEquals(0, open().people().count());
    }

    @Test
    void events_are_kept_as_they_came_and_positions_follow_them() {
        journal.fill(EventStream.EVENTS, 3).fill(EventStream.ALARMS, 1);
        commit(
                stored(1, EventStream.EVENTS, 1),
                stored(2, EventStream.ALARMS, 1),
                stored(3, EventStream.EVENTS, 2));
        commit(stored(4, EventStream.EVENTS, 3));
        HubMemory memory = open().load();
        assertEquals(4, memory.lastNumber());
        assertEquals(
                new StreamPosition(3, journal.hash(EventStream.EVENTS, 3)),
                memory.positions().getOrDefault(NORTH, Map.of()).get(EventStream.EVENTS));
        assertEquals(
                new StreamPosition(1, journal.hash(EventStream.ALARMS, 1)),
                memory.positions().getOrDefault(NORTH, Map.of()).get(EventStream.ALARMS));
        assertEquals(
                Optional.of(stored(3, EventStream.EVENTS, 2)),
                open().find(NORTH, new EventPosition(EventStream.EVENTS, 2)));
        assertEquals(
                Optional.of(journal.hash(EventStream.EVENTS, 1)),
                open().hashOf(NORTH, EventStream.EVENTS, 1));
        assertEquals(Optional.empty(), open().hashOf(SOUTH, EventStream.EVENTS, 1));
    }

    @Test
    void the_log_shows_the_complete_stream_only_and_goes_back_page_by_page() {
        journal.fill(EventStream.EVENTS, 3).fill(EventStream.ALARMS, 1);
        commit(
                stored(1, EventStream.EVENTS, 1),
                stored(2, EventStream.ALARMS, 1),
                stored(3, EventStream.EVENTS, 2),
                stored(4, EventStream.EVENTS, 3));
        assertEquals(List.of(4L, 3L), numbers(open().log(Long.MAX_VALUE, 2)));
        assertEquals(List.of(1L), numbers(open().log(3, 2)));
        assertEquals(List.of(3L, 4L), numbers(open().eventsFrom(NORTH, EventStream.EVENTS, 2, 5)));
        assertEquals(List.of(1L), numbers(open().eventsFrom(NORTH, EventStream.EVENTS, 1, 1)));
        assertEquals(List.of(2L), numbers(open().eventsFrom(NORTH, EventStream.ALARMS, 0, 5)));
        assertEquals(List.of(), numbers(open().eventsFrom(SOUTH, EventStream.EVENTS, 1, 5)));
    }

    @Test
    void an_event_is_never_stored_twice_and_a_commit_that_fails_leaves_nothing() {
        journal.fill(EventStream.EVENTS, 2);
        commit(stored(1, EventStream.EVENTS, 1));
        HubChanges twice =
                changes(
                        List.of(SOUTH),
                        List.of(stored(2, EventStream.EVENTS, 2), stored(3, EventStream.EVENTS, 1)),
                        List.of());
        assertInstanceOf(CommitOutcome.Failed.class, open().commit(twice));
        assertEquals(1, open().load().lastNumber());
        assertEquals(List.of(NORTH), open().load().gates());
        commit(stored(2, EventStream.EVENTS, 2));
    }

    @Test
    void open_alarms_are_kept_whole_with_their_picture() {
        AlarmBook book = new AlarmBook(List.of(), 0);
        List<AlarmChange> changes = new ArrayList<>();
        changes.addAll(raise(book, 1, new PictureId(7)));
        changes.addAll(raise(book, 2, null));
        changes.addAll(book.raiseOfHub(NORTH, AlarmKind.GATE_SILENT, "", false, HEARD));
        changes.addAll(book.show(NORTH, new PictureId(7), Sha256.of("7")));
        HubChanges all =
                new HubChanges(
                        List.of(NORTH),
                        List.of(),
                        changes,
                        List.of(new TakenPicture(NORTH, new PictureId(7), Sha256.of("7"))),
                        List.of(),
                        List.of());
        assertEquals(new CommitOutcome.Committed(), open().commit(all));
        HubMemory memory = open().load();
        assertEquals(book.byUrgency(), sorted(memory.alarms()));
        assertEquals(1, memory.lastHubAlarm());
        assertEquals(Optional.of(Sha256.of("7")), open().pictureOf(NORTH, new PictureId(7)));
        assertEquals(Optional.empty(), open().pictureOf(SOUTH, new PictureId(7)));
    }

    @Test
    void what_counts_for_other_gates_is_found_in_order_and_nothing_else() {
        journal.fill(EventStream.EVENTS, 2);
        DoorId door = new DoorId("door");
        journal.append(EventStream.EVENTS, new EventBody.AccessTaken(null, door, List.of(1L)));
        journal.fill(EventStream.EVENTS, 1);
        journal.append(EventStream.EVENTS, new EventBody.AccessNotTaken(null, door, List.of()));
        commit(
                stored(1, EventStream.EVENTS, 1),
                stored(2, EventStream.EVENTS, 2),
                stored(3, EventStream.EVENTS, 3),
                stored(4, EventStream.EVENTS, 4),
                stored(5, EventStream.EVENTS, 5));
        assertEquals(List.of(3L, 5L), seqs(open().forPeers(NORTH, 0, 10)));
        assertEquals(List.of(5L), seqs(open().forPeers(NORTH, 3, 10)));
        assertEquals(List.of(3L), seqs(open().forPeers(NORTH, 0, 1)));
        assertEquals(List.of(), seqs(open().forPeers(SOUTH, 0, 10)));
    }

    private static List<Long> seqs(List<StoredEvent> events) {
        return events.stream().map(event -> event.position().seq()).toList();
    }

    @Test
    void alarms_that_ended_are_gone_and_their_numbers_stay_used() {
        AlarmBook book = new AlarmBook(List.of(), 0);
        List<AlarmChange> changes = new ArrayList<>(raise(book, 1, null));
        changes.addAll(book.raiseOfHub(NORTH, AlarmKind.GATE_SILENT, "", false, HEARD));
        changes.addAll(book.returnOfHub(NORTH, AlarmKind.GATE_SILENT));
        commitAlarms(changes);
        OpenAlarm silent = book.findOfHub(NORTH, AlarmKind.GATE_SILENT).orElseThrow();
        OperatorName li = new OperatorName("Li");
        List<AlarmChange> end = new ArrayList<>();
        end.addAll(book.actOnHub(silent, AlarmState.Act.ACKNOWLEDGE, li).orElseThrow());
        OpenAlarm answered = book.findOfHub(NORTH, AlarmKind.GATE_SILENT).orElseThrow();
        end.addAll(book.actOnHub(answered, AlarmState.Act.RESET, li).orElseThrow());
        end.addAll(
                book.follow(read(1, new EventBody.AlarmReset(new AlarmId(1), li)).event(), HEARD));
        commitAlarms(end);
        assertEquals(List.of(), open().load().alarms());
        assertEquals(1, open().load().lastHubAlarm());
    }

    @Test
    void gaps_are_kept_and_those_of_alarms_are_known_at_the_start() {
        FoundGap events = gap(EventStream.EVENTS, 5, 9);
        FoundGap alarms = gap(EventStream.ALARMS, 2, 3);
        FoundGap broken = gap(EventStream.ALARMS, 8, 7);
        HubChanges all =
                new HubChanges(
                        List.of(NORTH),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(broken, alarms, events),
                        List.of());
        assertEquals(new CommitOutcome.Committed(), open().commit(all));
        assertEquals(List.of(events, alarms, broken), open().gaps(NORTH));
        assertEquals(Map.of(NORTH, 3L), open().load().lastMissingAlarm());
    }

    @Test
    void the_quarantine_is_bounded_in_rows_and_bytes() {
        List<Quarantined> rows = new ArrayList<>();
        for (int i = 0; i < Quarantined.ROWS_MAX + 5; i++) {
            rows.add(new Quarantined(HEARD, "topic", "row " + i, new byte[] {1, 2}));
        }
        rows.add(new Quarantined(HEARD, "topic", "huge", new byte[1_000_000]));
        HubChanges all =
                new HubChanges(List.of(), List.of(), List.of(), List.of(), List.of(), rows);
        assertEquals(new CommitOutcome.Committed(), open().commit(all));
        List<Quarantined> kept = open().quarantined(2 * Quarantined.ROWS_MAX);
        assertEquals(Quarantined.ROWS_MAX, kept.size());
        assertEquals("huge", kept.getFirst().why());
        assertEquals(Quarantined.PAYLOAD_BYTES_MAX, kept.getFirst().payload().length);
        assertEquals("row 6", kept.getLast().why());
    }

    @Test
    void people_are_added_and_replaced_and_the_version_tells() {
        long before = open().peopleVersion();
        Person wang = person("h-1", "王秀英");
        Person li = person("h-2", "李强");
        open().importPeople(List.of(wang, li));
        assertTrue(open().peopleVersion() > before);
        open().importPeople(List.of(person("h-2", "李国强")));
        assertEquals(2, open().people().count());
        assertEquals(open().peopleVersion(), open().people().version());
        assertEquals(
                Optional.of("李国强"),
                open().people().find(NORTH.compound(), new HolderId("h-2")).map(Person::name));
        assertEquals(
                Optional.empty(),
                open().people().find(new CompoundId("other"), new HolderId("h-2")));
        open().importPeople(List.of(new Person(null, new HolderId("h-2"), "陈梅", "", "")));
        assertEquals(
                Optional.of("陈梅"),
                open().people()
                        .find(new CompoundId("other"), new HolderId("h-2"))
                        .map(Person::name));
    }

    @Test
    void who_is_forgotten_is_gone_and_nobody_else() {
        open().importPeople(List.of(person("h-1", "王秀英"), person("h-2", "李强")));
        open().importPeople(List.of(new Person(null, new HolderId("h-1"), "陈梅", "", "")));
        long before = open().peopleVersion();
        open().forgetPeople(List.of(person("h-1", "随便")));
        assertTrue(open().peopleVersion() > before);
        assertEquals(
                Optional.of("陈梅"),
                open().people().find(NORTH.compound(), new HolderId("h-1")).map(Person::name));
        open().forgetPeople(List.of(new Person(null, new HolderId("h-1"), "陈梅", "", "")));
        assertEquals(List.of("李强"), open().people().all().stream().map(Person::name).toList());
    }

    @Test
    void events_are_found_by_what_their_text_holds() {
        journal.fill(EventStream.EVENTS, 2).fill(EventStream.ALARMS, 1);
        commit(
                stored(1, EventStream.EVENTS, 1),
                stored(2, EventStream.ALARMS, 1),
                stored(3, EventStream.EVENTS, 2));
        assertEquals(List.of(3L, 1L), found("\"seq\":1,", "\"seq\":2,"));
        assertEquals(List.of(1L), found("\"seq\":1,"));
        assertEquals(List.of(), found("%"));
        assertEquals(
                List.of(),
                open().search(NORTH.compound(), List.of("\"seq\":1,"), HEARD.plusMillis(1), 10));
        assertEquals(
                List.of(),
                open().search(new CompoundId("other"), List.of("\"seq\":1,"), HEARD, 10));
    }

    private List<Long> found(String... parts) {
        return numbers(open().search(NORTH.compound(), List.of(parts), HEARD, 10));
    }

    private static Person person(String holder, String name) {
        return new Person(NORTH.compound(), new HolderId(holder), name, "3-201", "Elm Lane 3");
    }

    private List<AlarmChange> raise(AlarmBook book, long id, @Nullable PictureId picture) {
        EventBody raised =
                new EventBody.AlarmRaised(
                        new AlarmId(id),
                        AlarmKind.FORCED_OPEN,
                        AlarmSource.of(new DoorId("north-door")),
                        "detail",
                        picture);
        return book.follow(read(id, raised).event(), HEARD);
    }

    private ReceivedEvent read(long seq, EventBody body) {
        return GateJournal.read(journal.text(EventStream.ALARMS, seq, body, Sha256.ZERO));
    }

    private static FoundGap gap(EventStream stream, long from, long to) {
        return new FoundGap(NORTH, new ChainGap(stream, from, to, "why"), HEARD);
    }

    private StoredEvent stored(long number, EventStream stream, long seq) {
        return new StoredEvent(
                number,
                NORTH,
                new EventPosition(stream, seq),
                HEARD,
                journal.hash(stream, seq),
                journal.text(stream, seq));
    }

    private void commit(StoredEvent... events) {
        HubChanges changes = changes(List.of(NORTH), Arrays.asList(events), List.of());
        assertEquals(new CommitOutcome.Committed(), open().commit(changes));
    }

    private void commitAlarms(List<AlarmChange> alarms) {
        HubChanges changes = changes(List.of(NORTH), List.of(), alarms);
        assertEquals(new CommitOutcome.Committed(), open().commit(changes));
    }

    private static HubChanges changes(
            List<GateIdentity> gates, List<StoredEvent> events, List<AlarmChange> alarms) {
        return new HubChanges(gates, events, alarms, List.of(), List.of(), List.of());
    }

    private static List<OpenAlarm> sorted(List<OpenAlarm> alarms) {
        return alarms.stream().sorted(OpenAlarm.BY_URGENCY).toList();
    }

    private static List<Long> numbers(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::number).toList();
    }
}
