package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SignInTest {
    private final TestBoard board = new TestBoard();

    @AfterEach
    void close() {
        board.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/nowhere", "/account/password"})
    void who_is_not_signed_in_is_sent_to_the_sign_in_page(String path) {
        try (Visitor stranger = new Visitor(board)) {
            HttpResponse<String> answer = stranger.get(path);
            assertEquals(303, answer.statusCode());
            assertEquals("/sign-in", answer.headers().firstValue("Location").orElse(""));
        }
    }

    @Test
    void a_preview_of_the_link_does_not_use_its_code_up() {
        String code = board.code("王建国");
        try (Visitor messenger = new Visitor(board);
                Visitor person = new Visitor(board)) {
            assertEquals(200, messenger.get("/sign-in?code=" + code).statusCode());
            assertEquals(200, messenger.get("/sign-in?code=" + code).statusCode());
            assertEquals(303, person.form("/sign-in", Map.of("code", code)).statusCode());
            assertEquals(200, person.get("/").statusCode());
            assertEquals(401, messenger.form("/sign-in", Map.of("code", code)).statusCode());
        }
    }

    @Test
    void the_session_cookie_is_for_this_server_only() {
        try (Visitor person = new Visitor(board)) {
            HttpResponse<String> entered =
                    person.form("/sign-in", Map.of("code", board.code("王建国")));
            String cookie = entered.headers().firstValue("Set-Cookie").orElse("");
            assertTrue(cookie.contains("HttpOnly"), cookie);
            assertTrue(cookie.contains("SameSite=Strict"), cookie);
            assertFalse(cookie.contains("Secure"), "plain HTTP would lose it");
        }
    }

    @Test
    void a_wrong_password_ten_times_is_locked_after_five_and_tells_nothing() {
        try (Visitor owner = Visitor.signedIn(board, "王建国");
                Visitor thief = new Visitor(board)) {
            setPassword(owner, "槐树下面有三只猫在睡觉");
            String known = "";
            for (int i = 1; i <= 10; i++) {
                HttpResponse<String> answer = tryPassword(thief, "王建国");
                assertEquals(i <= 5 ? 401 : 429, answer.statusCode(), "try " + i);
                known = answer.body();
            }
            String unknown = "";
            for (int i = 1; i <= 6; i++) {
                unknown = tryPassword(thief, "没有这人").body();
            }
            assertEquals(known.replace("王建国", ""), unknown.replace("没有这人", ""));
        }
    }

    @Test
    void a_name_comes_back_escaped() {
        try (Visitor thief = new Visitor(board)) {
            String body = tryPassword(thief, "\"><script>alert(1)</script>").body();
            assertFalse(body.contains("<script>alert"), body);
        }
    }

    @Test
    void a_password_that_was_set_signs_in() {
        try (Visitor owner = Visitor.signedIn(board, "王建国");
                Visitor again = new Visitor(board)) {
            setPassword(owner, "槐树下面有三只猫在睡觉");
            HttpResponse<String> entered =
                    again.form("/sign-in", Map.of("name", "王建国", "password", "槐树下面有三只猫在睡觉"));
            assertEquals(303, entered.statusCode());
            assertEquals("/", entered.headers().firstValue("Location").orElse(""));
        }
    }

    @Test
    void two_different_passwords_change_nothing() {
        try (Visitor owner = Visitor.signedIn(board, "王建国")) {
            HttpResponse<String> answer =
                    owner.form(
                            "/account/password",
                            Map.of(
                                    "csrf", owner.csrf(),
                                    "password", "槐树下面有三只猫",
                                    "again", "槐树下面有四只猫"));
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("没有保存"));
        }
    }

    @Test
    void a_form_without_the_token_changes_nothing() {
        try (Visitor owner = Visitor.signedIn(board, "王建国")) {
            Map<String, String> fields = Map.of("password", "槐树下面有三只猫", "again", "槐树下面有三只猫");
            assertEquals(403, owner.form("/account/password", fields).statusCode());
            assertEquals(403, owner.form("/sign-out", Map.of()).statusCode());
            assertEquals(200, owner.get("/").statusCode());
        }
    }

    @Test
    void signing_out_ends_the_session_for_good() {
        try (Visitor owner = Visitor.signedIn(board, "王建国");
                Visitor thief = new Visitor(board)) {
            String cookie = owner.cookieHeader();
            assertEquals(303, owner.form("/sign-out", Map.of("csrf", owner.csrf())).statusCode());
            HttpResponse<String> answer =
                    thief.send(
                            thief.request("/api/v1/session")
                                    .header("Cookie", cookie)
                                    .GET()
                                    .build());
            assertEquals(401, answer.statusCode());
        }
    }

    @Test
    void another_site_cannot_sign_anybody_in() {
        try (Visitor person = new Visitor(board)) {
            HttpResponse<String> answer =
                    person.send(
                            person.request("/sign-in")
                                    .header("Origin", "http://evil.example")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("code=" + board.code("张三")))
                                    .build());
            assertEquals(403, answer.statusCode());
        }
    }

    @Test
    void every_page_tells_the_browser_what_not_to_do() {
        try (Visitor stranger = new Visitor(board)) {
            HttpResponse<String> page = stranger.get("/sign-in");
            assertEquals(
                    SecurityHeaders.CONTENT_SECURITY_POLICY,
                    page.headers().firstValue("Content-Security-Policy").orElse(""));
            assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertFalse(page.body().contains("<script>"));
            assertFalse(page.body().contains("style=\""));
            assertFalse(page.body().contains("http://") || page.body().contains("https://"));
            assertTrue(page.headers().firstValue("Server").isEmpty());
        }
    }

    @Test
    void a_change_of_language_or_view_leads_back_to_a_page_of_ours_only() {
        try (Visitor stranger = new Visitor(board)) {
            for (String path : List.of("/language", "/view")) {
                for (String back : List.of("/repairs", "/open/board/elm-lane", "/")) {
                    assertEquals(back, changed(stranger, path, back));
                }
                for (String back :
                        List.of("//evil.example", "/\\evil.example", "https://x", "", "/a?b=//c")) {
                    assertEquals("/", changed(stranger, path, back));
                }
                // What is looked at in more ways than one would take longer than anybody waits.
                assertEquals("/", changed(stranger, path, "/" + "m".repeat(100) + "!"));
            }
            stranger.form("/view", Map.of("to", "compact", "back", "/sign-in"));
            assertTrue(stranger.get("/sign-in").body().contains("data-view=\"compact\""));
            stranger.form("/view", Map.of("to", "tiny", "back", "/sign-in"));
            assertTrue(stranger.get("/sign-in").body().contains("data-view=\"compact\""));
        }
    }

    private static String changed(Visitor stranger, String path, String back) {
        return stranger.form(path, Map.of("to", "zh", "back", back))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void the_language_of_the_sign_in_page_can_be_changed() {
        try (Visitor stranger = new Visitor(board)) {
            assertTrue(stranger.get("/sign-in").body().contains("登录"));
            stranger.form("/language", Map.of("to", "en", "back", "/sign-in"));
            assertTrue(stranger.get("/sign-in").body().contains("Sign in"));
            HttpResponse<String> away =
                    stranger.form("/language", Map.of("to", "zh", "back", "//evil.example"));
            assertEquals("/", away.headers().firstValue("Location").orElse(""));
        }
    }

    @Test
    void health_is_open_and_figures_are_shown_on_the_machine_itself() {
        try (Visitor stranger = new Visitor(board)) {
            assertEquals(200, stranger.get("/healthz").statusCode());
            assertTrue(stranger.get("/readyz").body().contains("broker: ready"));
            stranger.get("/sign-in");
            String metrics = stranger.get("/metrics").body();
            assertTrue(
                    metrics.contains(
                            "menfang_http_requests_total{method=\"GET\",route=\"/sign-in\","
                                    + "status=\"200\"} 1.0"),
                    metrics);
        }
    }

    private static HttpResponse<String> tryPassword(Visitor visitor, String name) {
        return visitor.form("/sign-in", Map.of("name", name, "password", "wrong"));
    }

    private static void setPassword(Visitor owner, String password) {
        HttpResponse<String> answer =
                owner.form(
                        "/account/password",
                        Map.of("csrf", owner.csrf(), "password", password, "again", password));
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
