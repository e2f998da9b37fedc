package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.cases.TestPictures;

/// A round that somebody walks with a phone, without a network and back, in a real browser.
@Timeout(300)
class RoundsAppTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final ScriptedRounds rounds = new ScriptedRounds();
    private final TestBoard board = new TestBoard(32, rounds);
    private final List<String> faults = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.onPageError(faults::add);
        page.navigate(board.address("/sign-in?code=" + board.code("王建国")));
        page.locator("main button").click();
        page.navigate(board.address("/rounds/app"));
        assertThat(page.locator(".sign.good")).containsText("已连上");
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
        assertEquals(List.of(), faults);
    }

    @Test
    void a_round_is_walked_without_a_network_and_told_when_it_is_back() {
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.reload();
        assertThat(page.locator(".sign.good")).containsText("已连上");
        page.context().setOffline(true);
        page.locator("text=开始巡逻").click();
        page.locator("text=我到了").click();
        page.locator("text=不正常").click();
        page.locator("summary:has-text('有东西坏了')").click();
        page.locator("textarea").fill("西墙的灯不亮");
        page.locator("text=报修").click();
        assertThat(page.locator(".waiting-count")).containsText("4 条记录等待发送");
        assertThat(page.locator(".point.waiting")).containsText("已记下");
        page.reload();
        assertThat(page.locator(".waiting-count")).containsText("4 条记录等待发送");
        assertEquals(List.of(), rounds.taken());
        page.context().setOffline(false);
        assertThat(page.locator(".waiting-count")).not().isVisible();
        assertEquals(
                List.of("BEGIN r1", "POINT r1 west-wall", "CHECK r1 west-wall", "REPAIR r1 西墙的灯不亮"),
                rounds.taken());
        assertThat(page.locator(".point.done")).containsText("西墙");
    }

    private void photograph(String name, byte[] file) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "image/jpeg", file));
    }

    @Test
    void a_picture_that_is_taken_without_a_network_is_sent_small_and_once() throws IOException {
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.reload();
        assertThat(page.locator(".sign.good")).containsText("已连上");
        page.context().setOffline(true);
        page.locator("text=开始巡逻").click();
        page.locator("text=我到了").click();
        byte[] sent = TestPictures.withExif(TestPictures.halves(4_000, 3_000, "jpeg"), 1, "39.9N");
        photograph("night.jpg", sent);
        assertThat(page.locator("text=1 张照片已记下")).isVisible();
        photograph("list.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".notice.bad")).containsText("不是照片");
        Looks.check(page, "the round with a picture that waits");
        page.locator("text=不正常").click();
        assertThat(page.locator(".waiting-count")).containsText("4 条记录等待发送");
        page.reload();
        assertThat(page.locator(".waiting-count")).containsText("4 条记录等待发送");
        assertEquals(List.of(), rounds.taken());
        rounds.loseNextAnswer();
        page.context().setOffline(false);
        assertThat(page.locator(".waiting-count")).not().isVisible();
        assertEquals(
                List.of(
                        "BEGIN r1",
                        "POINT r1 west-wall",
                        "PICTURE r1 west-wall",
                        "CHECK r1 west-wall"),
                rounds.taken());
        byte[] came = rounds.pictures().getFirst();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(came));
        assertEquals(1_600, picture.getWidth());
        assertEquals(1_200, picture.getHeight());
        assertTrue(came.length <= 700_000, () -> came.length + " bytes");
        assertTrue(
                !new String(came, StandardCharsets.ISO_8859_1).contains("39.9N"),
                "where it was taken stays on the phone");
    }

    @Test
    void what_the_hub_refuses_is_shown_with_the_reason() {
        rounds.refuseNext("这一轮已经有人走了");
        page.locator("text=开始巡逻").click();
        assertThat(page.locator(".notice.bad")).containsText("这一轮已经有人走了");
        page.locator("text=知道了").click();
        assertThat(page.locator(".notice.bad")).not().isVisible();
    }

    @Test
    void an_answer_that_is_lost_makes_nothing_twice() {
        rounds.loseNextAnswer();
        page.locator("text=开始巡逻").click();
        assertThat(page.locator(".waiting-count")).isVisible();
        assertThat(page.locator(".waiting-count")).not().isVisible();
        assertEquals(List.of("BEGIN r1"), rounds.taken());
        assertTrue(rounds.asked() >= 2, "the page has asked again");
    }

    @Test
    void a_browser_can_put_it_on_the_home_screen() {
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        CDPSession devTools = page.context().newCDPSession(page);
        JsonObject manifest = devTools.send("Page.getAppManifest");
        assertEquals(0, manifest.getAsJsonArray("errors").size(), manifest.toString());
        JsonObject errors = devTools.send("Page.getInstallabilityErrors");
        // A context of the test forgets everything, as a private window does; nothing else may be
        // wrong.
        for (JsonElement error : errors.getAsJsonArray("installabilityErrors")) {
            assertEquals("in-incognito", error.getAsJsonObject().get("errorId").getAsString());
        }
        assertThat(page.locator("#install")).not().isEmpty();
    }

    @Test
    void the_worker_keeps_no_answers_about_people() {
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.reload();
        String kept =
                (String)
                        page.evaluate(
                                """
                                async () => {
                                    const addresses = [];
                                    for (const name of await caches.keys()) {
                                        const cache = await caches.open(name);
                                        for (const request of await cache.keys()) addresses.push(new URL(request.url).pathname);
                                    }
                                    return addresses.join(" ");
                                }
                                """);
        for (String address : kept.split(" ", -1)) {
            assertTrue(
                    address.startsWith("/assets/")
                            || address.equals("/")
                            || address.equals("/rounds/app"),
                    kept);
        }
        byte[] shell = page.request().get(board.address("/rounds/app")).body();
        assertTrue(
                !new String(shell, StandardCharsets.UTF_8).contains("王建国"),
                "the shell names nobody");
    }
}
