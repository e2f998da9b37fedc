package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.rights.Role;
import org.menfang.hub.trust.Trust;
import org.menfang.hub.trust.TrustPages;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.TlsContexts;

/// The pages over HTTPS, with a certificate of the hub's own authority, as a program and as a real
/// browser see them.
@Timeout(300)
class HttpsPageTest {
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1");

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Trust trust;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestBoard board;

    @BeforeEach
    void open() throws IOException {
        trust = Trust.open(folder.resolve("trust"), NAMES, InstantSource.system());
        board = new TestBoard(tls(false), new TrustPages(trust.authority()));
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
    }

    @AfterEach
    void close() {
        board.close();
    }

    private PageTls tls(boolean strict) throws IOException {
        return new PageTls(TlsContexts.of(trust.pages(NAMES), trust.authority()), strict);
    }

    private HttpResponse<byte[]> get(TestBoard from, String path) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(TlsContexts.trusting(trust.authority()))
                        .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(from.address(path))).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void who_trusts_the_authority_comes_in_and_a_stranger_does_not() throws Exception {
        assertEquals(200, get(board, "/sign-in").statusCode());
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            assertThrows(
                    SSLHandshakeException.class,
                    () ->
                            stranger.send(
                                    HttpRequest.newBuilder(URI.create(board.address("/sign-in")))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding()));
        }
    }

    /// Only where every phone believes the certificate are browsers told to come with HTTPS only.
    @ParameterizedTest
    @CsvSource({"true, max-age=15552000", "false, ''"})
    void only_a_certificate_from_elsewhere_makes_browsers_strict(boolean strict, String header)
            throws Exception {
        try (TestBoard other = new TestBoard(tls(strict))) {
            assertEquals(
                    header,
                    get(other, "/sign-in")
                            .headers()
                            .firstValue("Strict-Transport-Security")
                            .orElse(""));
        }
    }

    @Test
    void the_certificate_to_install_is_the_one_whose_fingerprint_stands_beside_it()
            throws Exception {
        HttpResponse<byte[]> file = get(board, "/open/trust/menfang-ca.crt");
        assertArrayEquals(trust.authority().getEncoded(), file.body());
        assertEquals(
                Optional.of("application/x-x509-ca-cert"),
                file.headers().firstValue("Content-Type"));
        String page = new String(get(board, "/open/trust").body(), StandardCharsets.UTF_8);
        String digits = trust.fingerprint().value().toUpperCase(Locale.ROOT);
        assertTrue(page.replace(":", "").contains(digits), page);
    }

    @Test
    void a_new_certificate_is_shown_without_a_stop() throws Exception {
        assertEquals(200, get(board, "/sign-in").statusCode());
        KeyHolder next =
                Trust.open(folder.resolve("next"), NAMES, InstantSource.system()).pages(NAMES);
        board.renew(TlsContexts.of(next, next.chain().getLast()));
        assertThrows(SSLHandshakeException.class, () -> get(board, "/sign-in"));
        board.renew(tls(false).context());
        assertEquals(200, get(board, "/sign-in").statusCode());
    }

    @Test
    void a_phone_reads_how_to_trust_signs_in_and_makes_a_passkey() {
        board.limit("王芳", Role.VOLUNTEER);
        String home = "https://localhost:" + board.port();
        try (Chromium chromium = Chromium.believing(trust.authority());
                Page page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT)) {
            page.navigate(home + "/open/trust");
            Looks.check(page, "the page about the certificate");
            page.locator("header button[lang='en']").click();
            assertThat(page.locator("h1")).containsText("Let a phone trust");
            Looks.check(page, "the page about the certificate, in English");
            page.locator("header button[lang='zh-CN']").click();
            addAuthenticator(page);
            page.navigate(home + "/sign-in?code=" + board.code("王芳"));
            page.locator("main button").click();
            Cookie session =
                    page.context().cookies().stream()
                            .filter(each -> each.name.equals("menfang-session"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(session.secure && session.httpOnly);
            page.navigate(home + "/account");
            page.locator("#passkey-label").fill("芳的手机");
            press(page, "在这台设备上设通行密钥");
            assertThat(page.locator(".notice.good")).containsText("通行密钥已经设好");
            press(page, "退出登录");
            press(page, "用这台设备的通行密钥登录");
            page.waitForURL(home + "/");
        }
    }

    private static void press(Page page, String text) {
        page.locator("main button").filter(new Locator.FilterOptions().setHasText(text)).click();
    }

    private static void addAuthenticator(Page page) {
        CDPSession devices = page.context().newCDPSession(page);
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
    }
}
