package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.rights.Role;

/// Passkeys, with an authenticator that the browser plays itself.
@Timeout(300)
class PasskeyTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final TestBoard board = new TestBoard(8);
    private Page page;
    private CDPSession devices;

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
        devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
        board.limit("王芳", Role.VOLUNTEER);
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
    }

    /// A passkey belongs to a name, and an address in numbers is none.
    private void go(String path) {
        page.navigate("http://localhost:" + board.port() + path);
    }

    private void press(String text) {
        page.locator("main button").filter(new Locator.FilterOptions().setHasText(text)).click();
    }

    private void addPasskey() {
        go("/sign-in?code=" + board.code("王芳"));
        page.locator("main button").click();
        go("/account");
        page.locator("#passkey-label").fill("芳的手机");
        press("在这台设备上设通行密钥");
        assertThat(page.locator(".notice.good")).containsText("通行密钥已经设好");
        assertThat(page.locator("main")).containsText("芳的手机");
    }

    @Test
    void a_passkey_signs_in_without_name_and_password() {
        addPasskey();
        Looks.check(page, "the account with a passkey");
        press("退出登录");
        press("用这台设备的通行密钥登录");
        page.waitForURL("http://localhost:" + board.port() + "/");
        go("/account");
        assertThat(page.locator("main")).containsText("王芳");
    }

    @Test
    void a_passkey_proves_who_it_is_where_a_link_does_not_any_more() {
        addPasskey();
        press("退出登录");
        go("/sign-in?code=" + board.code("王芳"));
        page.locator("main button").click();
        go("/account/proof?back=/account");
        Looks.check(page, "the page that asks for a proof");
        press("用这台设备的通行密钥证明");
        assertThat(page.locator(".notice.good")).containsText("已经证明是您本人");
        press("删除 芳的手机");
        assertThat(page.locator("main .sign.good")).hasCount(0);
        press("退出登录");
        press("用这台设备的通行密钥登录");
        assertThat(page.locator(".passkey-said")).containsText("不认识这个通行密钥");
    }

    @Test
    void a_session_that_proved_nothing_changes_nothing() {
        addPasskey();
        press("退出登录");
        go("/sign-in?code=" + board.code("王芳"));
        page.locator("main button").click();
        go("/account");
        press("删除 芳的手机");
        assertThat(page.locator("h1")).containsText("请证明是您本人");
        go("/account");
        assertThat(page.locator("main")).containsText("芳的手机");
    }
}
