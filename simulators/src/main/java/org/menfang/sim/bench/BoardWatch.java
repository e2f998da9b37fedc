package org.menfang.sim.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real browser that shows the board. It notes by itself when each alarm is drawn, so that asking
/// it costs nothing of what is measured.
final class BoardWatch implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double WAIT_MILLIS_MAX = 60_000;
    private static final String READY = ".head .sign.good";

    /// An alarm counts as seen at the frame after its card came into the page.
    private static final String NOTE_ALARMS =
            """
            () => {
              window.menfangSeen = {};
              const look = () => {
                for (const card of document.querySelectorAll('[data-alarm]')) {
                  const key = card.getAttribute('data-alarm');
                  if (!(key in window.menfangSeen)) {
                    window.menfangSeen[key] = null;
                    requestAnimationFrame(() => {
                      window.menfangSeen[key] = performance.timeOrigin + performance.now();
                    });
                  }
                }
              };
              new MutationObserver(look).observe(
                document.body, {subtree: true, childList: true, attributes: true});
              look();
            }
            """;

    private static final String IS_SEEN = "key => !!window.menfangSeen[key]";
    private static final String SEEN_AT = "key => window.menfangSeen[key]";

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private BoardWatch(Playwright playwright, Browser browser, Page page) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
    }

    /// Signs in and waits until the board is live.
    ///
    /// @param link with which one signs in once
    static BoardWatch open(String link) throws IOException {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IOException("a browser is needed: apt-get install chromium");
        }
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(CHROMIUM)
                                            .setTimeout(WAIT_MILLIS_MAX)
                                            .setArgs(
                                                    List.of(
                                                            "--no-sandbox",
                                                            "--disable-background-networking")));
            Page page = browser.newPage();
            page.setDefaultTimeout(WAIT_MILLIS_MAX);
            page.navigate(link);
            page.locator("main button.primary").click();
            page.locator(READY).waitFor();
            page.evaluate(NOTE_ALARMS);
            return new BoardWatch(playwright, browser, page);
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IOException("the browser does not show the board: " + e.getMessage(), e);
        }
    }

    /// When an alarm was first drawn; waits until it is.
    ///
    /// @param key compound, gate and number
    Instant seenAt(String key) throws IOException {
        try {
            page.waitForFunction(IS_SEEN, key);
            double millis = ((Number) page.evaluate(SEEN_AT, key)).doubleValue();
            return Instant.EPOCH.plusNanos((long) (millis * TimeUnit.MILLISECONDS.toNanos(1)));
        } catch (PlaywrightException e) {
            throw new IOException("the browser does not show " + key, e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
