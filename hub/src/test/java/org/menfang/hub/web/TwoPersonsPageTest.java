package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.rights.GraveAct;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GraveKind;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;

/// The page on which acts wait for the second person, as three persons see it.
@Timeout(120)
class TwoPersonsPageTest {
    record Blocking(int cards) implements GraveAct {
        @Override
        public GraveKind kind() {
            return GraveKind.MASS_CHANGE;
        }

        @Override
        public String subject() {
            return "停用 " + cards + " 张卡 <旧>";
        }
    }

    private final Rights rights = new Rights();
    private final GraveCases cases = new GraveCases();
    private final Book book =
            Book.open(new InMemoryBookStore(), InstantSource.system(), List.of(rights, cases));
    private final GraveBook desk = new GraveBook(book, cases, rights);
    private final List<String> performed = new ArrayList<>();
    private final TestBoard board = new TestBoard(4, new GravePages(desk));
    private final Visitor li = signedIn("李主任", Role.COMMITTEE);
    private final Visitor wang = signedIn("王监事", Role.SUPERVISOR);

    TwoPersonsPageTest() {
        desk.register(
                "test.blocking",
                Blocking.class,
                (act, _, _) -> {
                    performed.add(act.subject());
                    return new Outcome.Done(List.of());
                });
        desk.propose(new OperatorName("李主任"), new Blocking(30));
    }

    private Visitor signedIn(String name, Role role) {
        board.limit(name, role);
        book.decide(
                Book.CONSOLE,
                _ -> Verdict.write(new RightsEntry.Appointed(new OperatorName(name), role)));
        return Visitor.signedIn(board, name);
    }

    @AfterEach
    void close() {
        li.close();
        wang.close();
        board.close();
    }

    private static HttpResponse<String> post(Visitor who, String path, String reason) {
        return who.form("/two-persons/" + path, Map.of("csrf", who.csrf(), "reason", reason));
    }

    @Test
    void the_first_person_waits_and_the_second_confirms() {
        String waits = li.get("/two-persons").body();
        assertTrue(waits.contains("停用 30 张卡 &lt;旧&gt;"), waits);
        assertTrue(waits.contains("这是你自己提出的"), waits);
        assertFalse(waits.contains("/two-persons/1/confirm"), waits);
        HttpResponse<String> alone = post(li, "1/confirm", "");
        assertEquals(422, alone.statusCode());
        assertTrue(alone.body().contains("要另一个组织的人来确认"), alone.body());
        assertEquals(List.of(), performed);

        assertTrue(wang.get("/two-persons").body().contains("/two-persons/1/confirm"));
        assertEquals(303, post(wang, "1/confirm", "").statusCode());
        assertEquals(List.of("停用 30 张卡 <旧>"), performed);
        String after = li.get("/two-persons?said=said.rights.confirmed").body();
        assertTrue(after.contains("已办成"), after);
        assertTrue(after.contains("执行：") && after.contains("复核："), after);
    }

    @Test
    void a_refusal_shows_its_reason_to_everybody() {
        assertEquals(422, post(wang, "1/refuse", "").statusCode());
        assertEquals(303, post(wang, "1/refuse", "名单不对").statusCode());
        String page = li.get("/two-persons").body();
        assertTrue(page.contains("没有同意") && page.contains("名单不对"), page);
        assertEquals(List.of(), performed);
    }

    @Test
    void an_act_that_does_not_exist_is_said_so() {
        assertEquals(404, post(wang, "x/confirm", "").statusCode());
        assertEquals(422, post(wang, "99/confirm", "").statusCode());
    }
}
