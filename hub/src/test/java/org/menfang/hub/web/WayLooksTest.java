package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.keep.BackupStanding;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.WayHealth;

/// Setting up a way to be told in a real browser, and what the board says of it.
@Timeout(300)
class WayLooksTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"phone, zh, LIGHT", "wall, en, DARK"})
    void a_way_is_set_up_mended_and_seen_on_the_board(
            String size, String language, ColorScheme scheme) {
        Chromium.Screen screen = size.equals("wall") ? Chromium.WALL : Chromium.PHONE;
        try (WaysRoom room = new WaysRoom();
                Page page = chromium.open(screen, scheme)) {
            TestBoard board = room.board();
            page.navigate(board.address("/sign-in?code=" + board.code("赵主任")));
            page.locator("main button").click();
            page.navigate(board.address("/ways"));
            if (language.equals("en")) {
                page.locator("header button[lang='en']").click();
                page.navigate(board.address("/ways"));
            }
            Looks.check(page, "the page without ways");
            page.locator("a[href='/ways/new?kind=DINGTALK']").click();
            Looks.check(page, "the form for a robot");
            page.locator("#name").fill("夜班群");
            page.locator("#target").fill(WayPagesTest.ROBOT);
            page.locator("#secret").fill(WayPagesTest.KEY);
            room.answers(Sent.failed(Failure.WRONG_SECRET, "errcode 310000"));
            page.locator("main button.primary").click();
            assertThat(page.locator(".card.urgent")).isVisible();
            Looks.check(page, "the page with a way that does not work");
            page.locator("form[action$='/try'] button").click();
            assertThat(page.locator(".card.done")).isVisible();
            Looks.check(page, "the page with a way that works");
            page.navigate(board.address("/ways/new?kind=WEB_HOOK"));
            Looks.check(page, "the form for a web hook");
            board.desk.showGates(board.compound.east());
            page.navigate(board.address("/"));
            assertThat(page.locator(".way .sign.good")).isVisible();
            assertThat(page.locator(".head [data-ways=good]")).isVisible();
            Looks.check(page, "the board with a way that works");
            assertThat(page.locator("[data-backup]")).hasCount(0);
            board.backup =
                    new BackupStanding(BackupStanding.State.FRESH, board.clock.instant(), false);
            assertThat(page.locator(".head [data-backup=good]")).isVisible();
            Looks.check(page, "the board that says how old the last backup is");
            board.backup =
                    new BackupStanding(
                            BackupStanding.State.LATE,
                            board.clock.instant().minusSeconds(200_000),
                            true);
            assertThat(page.locator(".banner.bad a[href='/keep']")).isVisible();
            Looks.check(page, "the board whose backups fail");
            board.backup = BackupStanding.NONE;
            assertThat(page.locator(".banner.bad")).hasCount(0);
            board.ways = () -> List.of(WayPagesTest.health(WayHealth.State.FAILS));
            assertThat(page.locator(".banner.bad")).isVisible();
            assertThat(page.locator(".head [data-ways=bad]")).isVisible();
            Looks.check(page, "the board whose people hear nothing");
        }
    }
}
