package org.menfang.hub.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;

class TimelineReaderTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T02:00:00Z");
    private static final EventBody OPENED = new EventBody.DoorOpened(new DoorId("north"));
    private static final EventBody EXIT =
            new EventBody.ExitRequested(
                    new org.menfang.vocabulary.AccessPointId("rex"), new DoorId("north"));

    private final SampleRecords records = new SampleRecords();

    private static Incident incident(Duration length, String... gates) {
        IncidentFacts facts =
                new IncidentFacts(
                        IncidentCategory.E_BIKE,
                        "车棚",
                        NIGHT,
                        NIGHT.plus(length),
                        List.of(gates).stream().map(GateId::new).toList(),
                        "",
                        List.of(),
                        "少了一辆车");
        return new Incident(
                1,
                SampleRecords.COMPOUND,
                null,
                true,
                List.of(new Incident.Version(NIGHT, new OperatorName("李大姐"), facts, "")),
                List.of(),
                List.of(),
                List.of());
    }

    private Timeline read(Incident incident, TimelineSource... sources) {
        return new TimelineReader(records, List.of(sources)).read(incident);
    }

    private static List<Long> seqs(Timeline timeline) {
        return timeline.items().stream()
                .filter(Timeline.AtGate.class::isInstance)
                .map(Timeline.AtGate.class::cast)
                .map(at -> at.kept().event().event().position().seq())
                .toList();
    }

    @Test
    void what_the_gates_of_an_incident_wrote_in_its_time_is_found_among_many_events() {
        for (int i = 1; i <= 50_000; i++) {
            records.add(i, NIGHT.plusSeconds(10L * (i - 40_000)), OPENED);
        }
        Timeline timeline = read(incident(Duration.ofMinutes(1), "east", "west"));
        assertEquals(
                List.of(40_000L, 40_001L, 40_002L, 40_003L, 40_004L, 40_005L, 40_006L),
                seqs(timeline));
        assertFalse(timeline.cut());
        assertTrue(records.asked() < 60, records.asked() + " questions");
        assertEquals(List.of(), seqs(read(incident(Duration.ofMinutes(1)))));
    }

    @Test
    void numbers_that_are_missing_and_a_clock_that_nobody_believes_hide_nothing() {
        records.add(3, NIGHT.minusSeconds(100), OPENED);
        records.add(7, Instant.EPOCH, TimeTrust.UNTRUSTED, NIGHT.plusSeconds(5), OPENED, null);
        records.add(9, NIGHT.plusSeconds(20), OPENED);
        records.add(12, NIGHT.plusSeconds(100), OPENED);
        assertEquals(List.of(7L, 9L), seqs(read(incident(Duration.ofMinutes(1), "east"))));
    }

    @Test
    void what_is_for_machines_is_left_out_and_what_people_did_is_sorted_in() {
        records.add(1, NIGHT.plusSeconds(1), OPENED);
        records.add(
                2,
                NIGHT.plusSeconds(2),
                new EventBody.HeadSigned(EventStream.EVENTS, 1, Sha256.ZERO, "x"));
        records.add(3, NIGHT.plusSeconds(9), OPENED);
        TimelineSource rounds =
                (_, facts) ->
                        List.of(
                                new TimelineSource.HubAct(
                                        facts.from().plusSeconds(5),
                                        "王师傅",
                                        "",
                                        "cases.timeline.round-begun",
                                        Map.of("tour", "夜巡")));
        Timeline timeline = read(incident(Duration.ofMinutes(1), "east"), rounds);
        assertEquals(3, timeline.items().size());
        EventSentence sentence = EventSentence.of(timeline, key -> key + " {tour}");
        assertEquals(
                List.of(
                        "event.door-opened {tour}",
                        "cases.timeline.round-begun 夜巡",
                        "event.door-opened {tour}"),
                timeline.items().stream().map(sentence::say).toList());
    }

    @Test
    void too_much_loses_the_details_first_and_says_that_it_is_cut() {
        for (int i = 1; i <= TimelineReader.ITEMS_MAX; i++) {
            records.add(i, NIGHT.plusSeconds(i), i % 2 == 0 ? OPENED : EXIT);
        }
        records.add(TimelineReader.ITEMS_MAX + 1, NIGHT.plusSeconds(1), EXIT);
        Timeline timeline = read(incident(Duration.ofDays(1), "east"));
        assertTrue(timeline.cut());
        assertEquals(TimelineReader.ITEMS_MAX / 2 + 1, timeline.items().size());
        for (int i = 1; i <= 2 * TimelineReader.SCANNED_EVENTS_MAX; i++) {
            records.add(i, NIGHT.plusMillis(i), EXIT);
        }
        Timeline more = read(incident(Duration.ofDays(1), "east"));
        assertTrue(more.cut());
        assertEquals(TimelineReader.ITEMS_MAX, more.items().size());
    }
}
