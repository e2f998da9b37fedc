package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.rights.Right;
import org.menfang.hub.rights.Role;

/// What a person has to prove again before a grave act, and where nothing but a code is needed.
@Timeout(120)
class ProofOfPersonTest {
    /// A page with a grave act on it.
    private static final class Graveyard implements Section {
        @Override
        public void addTo(PageTable table) {
            table.grave("/grave/act", Right.SEE_BOARD, _ -> Reply.onward("/done"));
        }
    }

    private final TestBoard board = new TestBoard(4, new Graveyard());

    @AfterEach
    void close() {
        board.close();
    }

    private static HttpResponse<String> form(Visitor who, String path, String... fields) {
        Map<String, String> all = new TreeMap<>();
        all.put("csrf", who.csrf());
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return who.form(path, all);
    }

    private static String to(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("status " + response.statusCode());
    }

    private Visitor withPassword() {
        try (Visitor first = Visitor.signedIn(board, "李主任")) {
            form(first, "/account/password", "password", "七个字加一个数字8", "again", "七个字加一个数字8");
        }
        return Visitor.signedIn(board, "李主任");
    }

    @Test
    void a_password_or_a_link_proves_it_where_nothing_else_is_set() {
        try (Visitor li = withPassword()) {
            assertEquals("/done", to(form(li, "/grave/act")));
        }
    }

    @Test
    void once_an_app_is_set_a_link_proves_nothing_and_the_app_does() {
        try (Visitor first = withPassword()) {
            assertEquals("/account/app", to(form(first, "/account/app")));
            String page = first.get("/account/app").body();
            byte[] secret = TestNumbers.secret(page);
            assertEquals(422, form(first, "/account/app/confirm", "digits", "12345").statusCode());
            String digits = TestNumbers.now(secret, board.clock);
            assertEquals(
                    "/account?said=said.rights.app-added",
                    to(form(first, "/account/app/confirm", "digits", digits)));
            try (Visitor second = Visitor.signedIn(board, "李主任")) {
                assertEquals("/account/proof?back=%2F", to(form(second, "/grave/act")));
                String asks = second.get("/account/proof?back=/two-persons").body();
                assertTrue(asks.contains("name=\"digits\""), asks);
                assertFalse(asks.contains("name=\"password\""), asks);
                assertEquals(
                        422, form(second, "/account/proof", "password", "七个字加一个数字8").statusCode());
                assertEquals(
                        422,
                        form(second, "/account/proof", "digits", digits).statusCode(),
                        "a number works once");
                String next = TestNumbers.next(secret, board.clock);
                assertEquals(
                        "/two-persons?said=said.rights.proved",
                        to(form(second, "/account/proof", "digits", next, "back", "/two-persons")));
                assertEquals("/done", to(form(second, "/grave/act")));
                assertEquals("/account?said=said.done", to(form(second, "/account/app/remove")));
            }
        }
    }

    @Test
    void somebody_is_led_back_to_a_page_of_ours_only() {
        try (Visitor li = withPassword()) {
            for (String back :
                    new String[] {"//evil.example", "https://evil.example", "/a?b", ""}) {
                assertEquals(
                        "/?said=said.rights.proved",
                        to(form(li, "/account/proof", "password", "七个字加一个数字8", "back", back)));
            }
        }
    }

    @Test
    void who_may_not_see_the_board_is_led_to_what_he_may_see() {
        board.limit("周居民", Role.RESIDENT);
        try (Visitor zhou = Visitor.signedIn(board, "周居民")) {
            String page = zhou.get("/").body();
            assertTrue(page.contains("还没有给您职务"), page);
        }
    }

    @Test
    void a_leader_shows_a_code_for_the_phone_of_a_volunteer_and_of_nobody_else() {
        board.limit("陈班长", Role.SHIFT_LEADER);
        board.limit("王芳", Role.VOLUNTEER);
        board.limit("赵监事", Role.SUPERVISOR);
        board.limit("钱班长", Role.SHIFT_LEADER);
        try (Visitor chen = Visitor.signedIn(board, "陈班长");
                Visitor wang = Visitor.signedIn(board, "王芳")) {
            assertTrue(
                    form(chen, "/account/phones", "name", "王芳").body().contains("/sign-in?code="));
            assertTrue(form(chen, "/account/phones").body().contains("给谁： 陈班长"));
            assertEquals(422, form(chen, "/account/phones", "name", "赵监事").statusCode());
            assertEquals(422, form(chen, "/account/phones", "name", "钱班长").statusCode());
            assertEquals(422, form(wang, "/account/phones", "name", "陈班长").statusCode());
            assertTrue(form(wang, "/account/phones").body().contains("<svg class=\"qr\""));
        }
    }
}
