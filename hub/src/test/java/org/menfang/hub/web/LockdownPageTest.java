package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.LockdownDesk;
import org.menfang.hub.rights.LockdownPages;
import org.menfang.hub.rights.Lockdowns;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;

/// The page on which a lockdown of more than an hour is proposed.
@Timeout(120)
class LockdownPageTest {
    private final Rights rights = new Rights();
    private final GraveCases cases = new GraveCases();
    private final Lockdowns alone = new Lockdowns();
    private final Book book =
            Book.open(
                    new InMemoryBookStore(), InstantSource.system(), List.of(rights, cases, alone));
    private final GraveBook graves = new GraveBook(book, cases, rights);
    private final TestBoard board =
            new TestBoard(
                    4,
                    desk ->
                            List.of(
                                    new GravePages(graves),
                                    new LockdownPages(
                                            new LockdownDesk(book, alone, graves, desk),
                                            () -> List.of(Compound.ID))));

    @AfterEach
    void close() {
        board.close();
    }

    private Visitor signedIn(String name, Role role) {
        OperatorName who = new OperatorName(name);
        board.limit(name, role);
        book.decide(Book.CONSOLE, _ -> Verdict.write(new RightsEntry.Appointed(who, role)));
        return Visitor.signedIn(board, name);
    }

    private static HttpResponse<String> propose(Visitor who, String compound, String hours) {
        return who.form(
                "/lockdown", Map.of("csrf", who.csrf(), "compound", compound, "hours", hours));
    }

    /// Hours, and what the second person reads.
    @ParameterizedTest
    @CsvSource({"4, 240 分钟", "24, 1440 分钟", "'', 规则允许多久就多久"})
    void a_leader_proposes_and_the_second_person_reads_what_it_is(String hours, String said) {
        try (Visitor leader = signedIn("班长", Role.SHIFT_LEADER);
                Visitor supervisor = signedIn("赵老师", Role.SUPERVISOR)) {
            assertEquals(200, leader.get("/lockdown").statusCode());
            assertEquals(303, propose(leader, Compound.ID.value(), hours).statusCode());
            String waits = supervisor.get("/two-persons").body();
            assertTrue(waits.contains("封锁小区 " + Compound.ID + "：" + said), waits);
            assertTrue(waits.contains("/two-persons/1/confirm"), waits);
        }
    }

    @Test
    void what_cannot_be_locked_down_is_not_proposed() {
        try (Visitor leader = signedIn("班长", Role.SHIFT_LEADER)) {
            assertEquals(422, propose(leader, "elsewhere", "4").statusCode());
            assertEquals(422, propose(leader, Compound.ID.value(), "9999").statusCode());
            assertTrue(leader.get("/two-persons").body().contains("现在没有要确认的事"));
        }
    }

    @Test
    void a_volunteer_does_not_come_there() {
        try (Visitor volunteer = signedIn("陈姐", Role.VOLUNTEER)) {
            assertEquals(403, volunteer.get("/lockdown").statusCode());
        }
    }
}
