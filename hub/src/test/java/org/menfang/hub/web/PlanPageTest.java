package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.plan.Placements;
import org.menfang.hub.plan.PlanPages;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;

/// The plan in a real browser.
@Timeout(300)
class PlanPageTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final Placements placements = new Placements();
    private final Book book = Book.open(new InMemoryBookStore(), Instant::now, List.of(placements));
    private final TestBoard board =
            new TestBoard(32, new PlanPages(book, placements, () -> desk().board()));

    private ScriptedDesk desk() {
        return board.desk;
    }

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void a_door_that_is_forced_shows_on_the_plan_by_itself() {
        board.desk.showGates(board.compound.east());
        try (Page page = signIn()) {
            assertThat(page.locator(".plan .good").first()).containsText("关着，已锁");
            board.desk.showGates(board.compound.east(DoorMode.LOCKED, DoorPhase.FORCED));
            assertThat(page.locator(".plan .bad").first()).containsText("被强行打开");
            Looks.check(page, "the plan");
        }
    }

    @Test
    void a_technician_says_where_things_stand() {
        board.desk.showGates(board.compound.east());
        try (Page page = signIn()) {
            page.locator("text=摆放位置").first().click();
            page.locator("input[inputmode=numeric]").first().fill("200");
            page.locator("text=保存位置").click();
            assertThat(page.locator(".notice.bad")).containsText("0 到 100");
            page.locator("input[inputmode=numeric]").nth(0).fill("90");
            page.locator("input[inputmode=numeric]").nth(1).fill("10");
            page.locator("text=保存位置").click();
            assertThat(page.locator(".notice.good")).isVisible();
            assertThat(page.locator("input[inputmode=numeric]").first()).hasValue("90");
            Looks.check(page, "the places");
            page.locator("text=全部由图自己摆").click();
            assertThat(page.locator("input[inputmode=numeric]").first()).hasValue("");
        }
    }

    private Page signIn() {
        Page page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.navigate(board.address("/sign-in?code=" + board.code("王建国")));
        page.locator("main button").click();
        page.navigate(board.address("/plan"));
        return page;
    }
}
