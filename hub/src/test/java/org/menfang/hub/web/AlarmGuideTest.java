package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.hub.page.Language;
import org.menfang.hub.response.AlarmGuide;
import org.menfang.hub.response.CloseCause;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.LampId;

/// The alarm guide and the alarm figures.
@Timeout(300)
class AlarmGuideTest {
    private final Words words = new Words();

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void every_alarm_says_what_it_is_why_it_matters_and_what_to_do(AlarmKind kind) {
        List<String> steps = AlarmGuide.stepKeys(kind);
        assertTrue(!steps.isEmpty() && steps.size() <= AlarmGuide.STEPS_MAX);
        for (Language language : Language.values()) {
            assertFalse(words.text(language, "alarms.guide." + kind + ".cause").isBlank());
            assertFalse(words.text(language, "alarms.guide." + kind + ".consequence").isBlank());
            steps.forEach(step -> assertFalse(words.text(language, step).isBlank(), step));
        }
        // The card shows every step that has words.
        assertFalse(words.has("alarms.guide." + kind + ".step." + (steps.size() + 1)));
    }

    @ParameterizedTest
    @EnumSource(CloseCause.class)
    void every_cause_has_a_text(CloseCause cause) {
        assertTrue(words.has("alarms.cause." + cause));
    }

    @Test
    void a_stranger_sees_neither() {
        try (TestBoard board = new TestBoard();
                Visitor stranger = new Visitor(board)) {
            assertEquals(303, stranger.get("/alarm-guide").statusCode());
            assertEquals(303, stranger.get("/alarm-figures").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"wall, zh", "wall, en", "phone, zh", "phone, en"})
    void both_pages_can_be_read_without_any_script(String size, String language) {
        try (TestBoard board = new TestBoard(32);
                Chromium chromium = new Chromium();
                Page page =
                        chromium.open(
                                size.equals("wall") ? Chromium.WALL : Chromium.PHONE,
                                ColorScheme.LIGHT)) {
            PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
            board.desk.showGates(board.compound.east());
            board.desk.showAlarms(
                    board.compound.forced(7, null),
                    board.compound.alarm(
                            8,
                            AlarmKind.LAMP_DEAD,
                            AlarmSource.of(new LampId("lamp-1")),
                            "一号路灯",
                            null));
            board.alarms.calls.tick(board.clock.instant());
            page.navigate(board.address("/sign-in"));
            if (language.equals("en")) {
                page.locator("header button").last().click();
            }
            page.navigate(board.address("/sign-in?code=" + board.code("王建国")));
            page.locator("main button").click();
            page.navigate(board.address("/alarm-guide"));
            assertThat(page.locator("article")).hasCount(AlarmKind.values().length);
            check(page);
            page.navigate(board.address("/alarm-figures"));
            assertThat(page.locator("main"))
                    .containsText(language.equals("zh") ? "一号路灯" : "The ten places");
            check(page);
            page.navigate(board.address("/alarm-figures?month=1999-01"));
            assertThat(page.locator(".notice.good")).isVisible();
            page.navigate(board.address("/alarm-figures?month=soon"));
            assertThat(page.locator("h1")).isVisible();
        }
    }

    private static void check(Page page) {
        assertEquals(
                List.of(),
                new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(rule -> rule.getId() + ": " + rule.getNodes())
                                .toList());
        assertEquals(
                0,
                page.evaluate(
                        "document.documentElement.scrollWidth -"
                                + " document.documentElement.clientWidth"));
    }
}
