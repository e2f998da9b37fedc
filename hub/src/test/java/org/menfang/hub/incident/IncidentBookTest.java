package org.menfang.hub.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

class IncidentBookTest {
    private static final OperatorName LI = new OperatorName("李大姐");
    private static final OperatorName ZHAO = new OperatorName("赵主任");
    private static final Sha256 PICTURE = Sha256.of("picture");
    private static final GateId EAST = SampleRecords.EAST;

    private final InMemoryBookStore store = new InMemoryBookStore();
    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private IncidentBook incidents = reopened();

    private IncidentBook reopened() {
        Incidents chapter = new Incidents();
        return new IncidentBook(
                Book.open(store, () -> now, List.of(chapter)), chapter, ZoneId.of("Asia/Shanghai"));
    }

    private IncidentFacts facts(String text) {
        return facts(text, now.minusSeconds(600), now);
    }

    private static IncidentFacts facts(String text, Instant from, Instant to) {
        return new IncidentFacts(
                IncidentCategory.E_BIKE, "车棚", from, to, List.of(EAST), "", List.of(LI), text);
    }

    private Outcome open(IncidentFacts facts) {
        return incidents.open(LI, SampleRecords.COMPOUND, facts, null);
    }

    private Incident incident() {
        return incidents.find(1).orElseThrow();
    }

    private Outcome act(String what) {
        return switch (what) {
            case "open" -> open(facts("少了一辆车"));
            case "amend" -> incidents.amend(LI, 1, facts("少了两辆车"), "又问了一家");
            case "amend-same" -> incidents.amend(LI, 1, incident().facts(), "没有");
            case "note" -> incidents.note(LI, 1, "民警来过\n拿走了录像");
            case "picture" -> incidents.addPicture(LI, 1, PICTURE, Sha256.of("sent"));
            case "close" -> incidents.close(LI, 1, "车找到了");
            case "reopen" -> incidents.reopen(ZHAO, 1, "又少了");
            default -> throw new IllegalArgumentException(what);
        };
    }

    @Test
    void an_incident_is_amended_while_it_is_open_and_never_after() {
        String script =
                """
                amend      -> no-such-incident
                open       -> 1 version 0 notes open
                amend-same -> nothing-changed
                amend      -> 2 version 0 notes open
                note       -> 2 version 1 notes open
                picture    -> 2 version 1 notes open
                close      -> 2 version 2 notes closed
                close      -> incident-closed
                amend      -> incident-closed
                note       -> incident-closed
                picture    -> incident-closed
                reopen     -> 2 version 3 notes open
                note       -> 2 version 4 notes open
                """;
        script.lines()
                .forEach(line -> {
                    String[] parts = line.split(" +-> ", -1);
                    Outcome outcome = act(parts[0]);
                    String became =
                            outcome instanceof Outcome.Refused(String key)
                                    ? key.replace("refused.cases.", "")
                                    : incident().versions().size()
                                            + " version "
                                            + incident().notes().size()
                                            + " notes "
                                            + (incident().open() ? "open" : "closed");
                    assertEquals(parts[1], became, line);
                });
    }

    @Test
    void what_stood_there_before_an_amendment_stays() {
        act("open");
        act("amend");
        assertEquals("少了两辆车", incident().facts().text());
        assertEquals("少了一辆车", incident().versions().getFirst().facts().text());
        assertEquals("又问了一家", incident().versions().getLast().why());
        Incident before = incident();
        incidents = reopened();
        assertEquals(before, incident());
    }

    @Test
    void who_looks_is_written_down_once_a_day_of_the_compound() {
        act("open");
        assertTrue(incidents.view(LI, 1).isPresent());
        assertTrue(incidents.view(LI, 1).isPresent());
        assertTrue(incidents.view(ZHAO, 1).isPresent());
        assertEquals(List.of("赵主任", "李大姐"), lookers());
        now = Instant.parse("2026-11-22T15:59:59Z");
        incidents.view(LI, 1);
        assertEquals(2, lookers().size());
        now = Instant.parse("2026-11-22T16:00:00Z");
        incidents.view(LI, 1);
        assertEquals(List.of("李大姐", "赵主任", "李大姐"), lookers());
        assertFalse(incidents.view(LI, 2).isPresent());
    }

    private List<String> lookers() {
        return incidents.looks(1).stream().map(look -> look.by().value()).toList();
    }

    @Test
    void pictures_and_events_of_open_incidents_are_held() {
        act("open");
        act("picture");
        assertEquals(Set.of(PICTURE), incidents.heldPictures());
        IncidentBook.HeldSpan held = incidents.heldSpans().getFirst();
        assertTrue(held.holds(SampleRecords.COMPOUND, EAST, now));
        assertFalse(held.holds(SampleRecords.COMPOUND, new GateId("west"), now));
        assertFalse(held.holds(SampleRecords.COMPOUND, EAST, now.plusSeconds(1)));
        act("close");
        assertEquals(Set.of(), incidents.heldPictures());
        assertEquals(List.of(), incidents.heldSpans());
        assertEquals(Set.of(PICTURE), incidents.pictures());
    }

    @Test
    void facts_that_cannot_be_are_refused() {
        assertRefused("text-missing", facts(" "));
        assertRefused("text-long", facts("字".repeat(IncidentFacts.TEXT_CHARS_MAX + 1)));
        assertRefused("text-unseen", facts("a\u202Eb"));
        assertRefused("span", facts("车", now.plusSeconds(1), now.plusSeconds(2)));
        assertRefused("span", facts("车", now, now.minusSeconds(1)));
        assertRefused("span-long", facts("车", now.minus(Duration.ofDays(8)), now));
        assertEquals(new Outcome.Done(List.of()).getClass(), open(facts("一行\n两行")).getClass());
    }

    private void assertRefused(String why, IncidentFacts facts) {
        assertEquals(new Outcome.Refused("refused.cases." + why), open(facts));
    }

    @Test
    void changes_and_pictures_are_bounded() {
        act("open");
        for (int i = 1; i < IncidentBook.CHANGES_MAX; i++) {
            assertEquals(Outcome.Done.class, incidents.note(LI, 1, "第 " + i).getClass());
        }
        assertEquals(new Outcome.Refused("refused.cases.too-many-changes"), act("note"));
        for (int i = 0; i < IncidentBook.PICTURES_MAX; i++) {
            incidents.addPicture(LI, 1, Sha256.of("p" + i), Sha256.of("s" + i));
        }
        assertEquals(new Outcome.Refused("refused.cases.too-many-pictures"), act("picture"));
    }
}
