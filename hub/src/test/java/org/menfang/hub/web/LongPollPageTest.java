package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A page behind something that lets no stream through.
@Timeout(300)
class LongPollPageTest {
    @Test
    void a_page_without_streams_hears_of_an_alarm_all_the_same() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
        try (Chromium chromium = new Chromium();
                TestBoard board = new TestBoard();
                Page page = chromium.open()) {
            page.route("**/api/v1/stream", Route::abort);
            page.navigate(board.address("/sign-in?code=" + board.code("王建国")));
            page.locator("main button").click();
            board.desk.showGates(board.compound.east());
            assertThat(page.locator(".quiet.good")).isVisible();
            board.desk.log(board.compound.logged(1, Compound.granted(), "陈秀英", "东门"));
            assertThat(page.locator("[data-number='1']")).isVisible();
            board.desk.showAlarms(board.compound.forced(7, null));
            assertThat(page.locator(".alarm").first()).isVisible();
            assertThat(page.locator(".banner.bad")).hasCount(0);
        }
    }
}
