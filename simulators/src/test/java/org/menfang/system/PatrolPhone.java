package org.menfang.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A real browser with the board open, as a volunteer has it.
final class PatrolPhone implements AutoCloseable {
    private final Playwright playwright;
    private final Page page;

    /// Signs in with a one-time link.
    PatrolPhone(String link) {
        double wait = RunningCompound.WAIT.toMillis();
        PlaywrightAssertions.setDefaultAssertionTimeout(wait);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setTimeout(wait)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-background-networking")));
        page = browser.newPage();
        page.setDefaultTimeout(wait);
        page.navigate(link);
        page.locator("main button.primary").click();
        assertThat(page.locator(".head .sign.good")).isVisible();
    }

    Page page() {
        return page;
    }

    /// Closes the browser with it.
    @Override
    public void close() {
        playwright.close();
    }
}
