package org.menfang.hub.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.menfang.vocabulary.Sha256;

/// A real browser that visits a board.
final class Chromium implements AutoCloseable {
    /// Long, since the machine may be small and busy. Nothing waits that long when it works.
    static final double WAIT_MILLIS = 60_000;

    static final Screen WALL = new Screen(1920, 1080);
    static final Screen PHONE = new Screen(390, 844);

    record Screen(int width, int height) {}

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() {
        this(List.of());
    }

    /// @param more arguments
    private Chromium(List<String> more) {
        List<String> arguments = new ArrayList<>(more);
        arguments.add("--no-sandbox");
        arguments.add("--disable-background-networking");
        arguments.add("--autoplay-policy=user-gesture-required");
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setTimeout(WAIT_MILLIS)
                                        .setArgs(arguments));
    }

    /// A browser on a machine where an authority was installed: it believes chains that this one
    /// stands in, and no others.
    static Chromium believing(X509Certificate authority) {
        String key =
                Base64.getEncoder()
                        .encodeToString(
                                HexFormat.of()
                                        .parseHex(
                                                Sha256.of(authority.getPublicKey().getEncoded())
                                                        .value()));
        return new Chromium(List.of("--ignore-certificate-errors-spki-list=" + key));
    }

    Page open(Screen screen, ColorScheme scheme) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setColorScheme(scheme)
                                .setViewportSize(screen.width(), screen.height()));
        context.setDefaultTimeout(WAIT_MILLIS);
        return context.newPage();
    }

    Page open() {
        return open(WALL, ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
