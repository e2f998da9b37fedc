package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.board.AlarmCard;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;

/// Whether elders can read and touch it: WCAG 2.2 AA by axe, and the sizes that the ageing-friendly
/// rules of the MIIT (2021) ask for, measured in a real browser.
@Timeout(300)
class BoardLooksTest {
    /// A one-pixel picture.
    private static final byte[] PIXEL =
            "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
                    .getBytes(StandardCharsets.UTF_8);

    private static final String BELOW_THE_FIRST =
            """
            (all) => all.filter(each => each.getClientRects().length)
                .filter((each, _, shown) =>
                    each.getBoundingClientRect().top >= shown[0].getBoundingClientRect().bottom)
                .map(each => each.textContent)
            """;

    /// Words of the tools that go on in a second line without a space before it.
    private static final String BROKEN_WORDS =
            """
            () => [...document.querySelectorAll(".tool > span:last-child")]
                .filter(each => !each.textContent.includes(" ") && each.getClientRects().length > 1
                    || each.getBoundingClientRect().height > 60)
                .map(each => each.textContent)
            """;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path folder;

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
    @CsvSource({
        "wall, zh, LIGHT",
        "wall, zh, DARK",
        "wall, en, LIGHT",
        "wall, en, DARK",
        "phone, zh, LIGHT",
        "phone, zh, DARK",
        "phone, en, LIGHT",
        "phone, en, DARK"
    })
    void everybody_can_read_and_touch_every_page(String size, String language, ColorScheme scheme) {
        Chromium.Screen screen = size.equals("wall") ? Chromium.WALL : Chromium.PHONE;
        try (TestBoard board = new TestBoard(32);
                Page page = chromium.open(screen, scheme)) {
            page.navigate(board.address("/sign-in"));
            if (language.equals("en")) {
                page.locator("header button[lang]").click();
            }
            Looks.check(page, "the sign-in page");
            page.navigate(board.address("/sign-in?code=" + board.code("王建国")));
            Looks.check(page, "the page behind a link");
            page.locator("main button").click();
            board.desk.showGates(board.compound.east());
            assertThat(page.locator(".quiet.good")).isVisible();
            Looks.check(page, "the quiet board");
            showTrouble(board, page);
            Looks.check(page, "the board in trouble");
            int port = board.port();
            board.stop();
            assertThat(page.locator(".banner.bad")).isVisible();
            Looks.check(page, "the board without its hub");
            board.startAgain(port);
            page.navigate(board.address("/account"));
            Looks.check(page, "the account page");
            page.navigate(board.address("/account/phones"));
            Looks.check(page, "the page for phones");
            page.locator("main button").first().click();
            assertThat(page.locator("#phone-link")).isVisible();
            Looks.check(page, "the code for a phone");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, zh", "390, en", "360, zh", "360, en"})
    void on_a_phone_the_head_is_one_row_and_no_word_is_broken(int width, String language) {
        try (TestBoard board = new TestBoard(32);
                Page page = chromium.open(new Chromium.Screen(width, 780), ColorScheme.LIGHT)) {
            page.navigate(board.address("/sign-in?code=" + board.code("欧阳建国")));
            if (language.equals("en")) {
                page.locator("header button[lang]").click();
                page.navigate(board.address("/sign-in?code=" + board.code("欧阳建国")));
            }
            assertEquals(List.of(), rows(page, ".plain-head > *"));
            page.locator("main button").click();
            board.desk.showGates(board.compound.east());
            assertThat(page.locator(".quiet.good")).isVisible();
            assertEquals(List.of(), page.evaluate(BROKEN_WORDS));
            if (width == Chromium.PHONE.width()) {
                assertEquals(List.of(), rows(page, ".head-tools > *"));
            }
            page.navigate(board.address("/account"));
            assertEquals(List.of(), rows(page, ".plain-head > *"));
        }
    }

    /// What stands below the first of its kind.
    private static Object rows(Page page, String selector) {
        return page.locator(selector).evaluateAll(BELOW_THE_FIRST);
    }

    private void showTrouble(TestBoard board, Page page) {
        Sha256 picture = board.addPicture(folder, PIXEL);
        Compound compound = board.compound;
        Instant now = board.clock.instant();
        board.desk.showGates(
                Compound.withLevel(
                        compound.east(DoorMode.LOCKED, DoorPhase.FORCED),
                        SiteLevel.LOCKDOWN,
                        now,
                        now.plusSeconds(1_800)),
                compound.westAway());
        AlarmCard settled =
                ScriptedDesk.inState(
                        compound.alarm(
                                8,
                                AlarmKind.LAMP_LINE_CUT,
                                AlarmSource.of(new LampId("lamp-9")),
                                "九号路灯",
                                null),
                        AlarmState.LATCHED,
                        new OperatorName("李大姐"));
        AlarmCard low =
                compound.alarm(
                        9, AlarmKind.HELD_OPEN, AlarmSource.of(Compound.MAIN_DOOR), "东门行人门", null);
        board.desk.showAlarms(compound.forced(7, picture), low, settled);
        board.desk.log(compound.logged(1, Compound.granted(), "陈秀英", "东门行人门"));
        board.desk.log(compound.logged(2, Compound.denied(DenyReason.LOST), "小李", "东门行人门"));
        board.desk.log(compound.logged(3, Compound.raised(7, AlarmKind.FORCED_OPEN), null, "北门"));
        page.locator(".door .button").first().click();
        page.locator(".level .button").first().click();
        page.locator(".alarm .act.acknowledge").first().click();
        assertThat(page.locator(".outcome-line.waiting")).isVisible();
        assertThat(page.locator("[data-number='3']")).isVisible();
    }
}
