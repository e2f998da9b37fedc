package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.notify.Notice;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;

/// An alarm from raise over escalation to close, in a real browser.
@Timeout(300)
class AlarmPageTest {
    private static final long DESK_WAIT_SECONDS = 60;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final TestBoard board = new TestBoard(32);
    private final List<String> faults = new ArrayList<>();

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
    void show() {
        board.desk.showGates(board.compound.east());
    }

    @AfterEach
    void close() {
        board.close();
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"wall, zh", "wall, en", "phone, zh", "phone, en"})
    void an_alarm_goes_from_raise_over_escalation_to_close(String size, String language) {
        boolean chinese = language.equals("zh");
        Page page = open(size.equals("wall") ? Chromium.WALL : Chromium.PHONE, "王建国", chinese);
        AlarmCard forced = board.compound.forced(7, null);
        board.desk.showAlarms(forced);
        Locator alarm = page.locator("[data-alarm='xinghua/east/gate/7']");
        assertThat(alarm.locator(".alarm-steps li")).hasCount(3);

        tick(forced, 0);
        assertThat(alarm).hasAttribute("data-step", "FIRST");
        tick(forced, 60);
        assertThat(alarm).hasAttribute("data-step", "NEXT");
        tick(forced, 180);
        assertThat(alarm).hasAttribute("data-step", "EVERYONE");
        assertThat(alarm).containsText(chinese ? "已通知所有人，警笛响了" : "the siren sounds");
        assertTrue(
                board.alarms.told.stream()
                        .map(Notice::zh)
                        .anyMatch(text -> text.contains("请所有人注意")));

        alarm.locator(".act.acknowledge").click();
        ScriptedDesk.Asked acknowledge = asked("acknowledge xinghua/east/7");
        board.desk.changeAlarm(card -> state(AlarmState.ACKNOWLEDGED));
        acknowledge.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertThat(alarm).containsText(chinese ? "还没有人去" : "Nobody goes yet");
        alarm.locator(".act.claim").click();
        assertThat(alarm).containsText(chinese ? "王建国 正在过去" : "王建国 is on the way");
        alarm.locator(".act.on-scene").click();
        assertThat(alarm).containsText(chinese ? "王建国 已到现场" : "王建国 is there");
        assertThat(alarm.locator(".act.close")).hasAttribute("aria-disabled", "true");

        board.desk.changeAlarm(card -> state(AlarmState.LATCHED));
        assertThat(alarm.locator(".act.close")).hasAttribute("aria-disabled", "false");
        alarm.locator(".act.close").click();
        alarm.locator("[data-cause='OFFENCE']").click();
        assertThat(alarm.locator(".form-buttons .primary")).hasAttribute("aria-disabled", "true");
        alarm.locator("textarea").fill("撬门的人跑了，已报警");
        alarm.locator(".form-buttons .primary").click();
        ScriptedDesk.Asked reset = asked("reset xinghua/east/7");
        assertThat(alarm).containsText(chinese ? "已发出，等待大门确认" : "waiting");
        board.desk.showAlarms();
        reset.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertThat(alarm).hasCount(0);
        tick(forced, 400);
        assertEquals("撬门的人跑了，已报警", board.alarms.responses.history(Instant.EPOCH).getFirst().note());
        page.context().close();
    }

    @Test
    void a_second_browser_sees_at_once_who_goes() {
        board.desk.showAlarms(board.compound.forced(7, null));
        Page wall = open(Chromium.WALL, "李大姐", true);
        Page phone = open(Chromium.PHONE, "王建国", true);
        board.desk.changeAlarm(card -> state(AlarmState.ACKNOWLEDGED));
        phone.locator(".act.claim").click();
        assertThat(wall.locator(".alarm")).containsText("王建国 正在过去");
        wall.locator(".act.more").click();
        wall.locator(".more-take-over").click();
        assertThat(phone.locator(".alarm")).containsText("李大姐 正在过去");
        phone.context().close();
        wall.context().close();
    }

    @Test
    void what_is_put_aside_stands_below_and_is_counted() {
        board.desk.showAlarms(board.compound.forced(7, null), lamp(8, "lamp-1", "一号路灯"));
        Page page = open(Chromium.PHONE, "王建国", true);
        Locator lamp = page.locator("[data-alarm='xinghua/east/gate/8']");
        lamp.locator(".act.more").click();
        lamp.locator(".more-shelve").click();
        lamp.locator("input").fill("等电工来");
        lamp.locator(".form-buttons .primary").click();
        Locator below = page.locator(".waiting-alarms");
        assertThat(below).containsText("1 个");
        assertThat(below).containsText("等电工来");
        assertThat(page.locator("#alarms-title")).containsText("2 个警报");
        below.locator(".unshelve").click();
        assertThat(below).hasCount(0);
        lamp.locator(".act.more").click();
        lamp.locator(".more-out-of-service").click();
        lamp.locator(".form-buttons .primary").click();
        assertThat(below).containsText("等报修 17");
        Locator forced = page.locator("[data-alarm='xinghua/east/gate/7']");
        forced.locator(".act.more").click();
        assertThat(forced.locator(".more-help")).isVisible();
        assertThat(forced.locator(".more-shelve")).hasCount(0);
        page.context().close();
    }

    @Test
    void a_flood_folds_into_one_card_a_place_and_never_a_forced_door() {
        List<AlarmCard> cards = new ArrayList<>();
        cards.add(board.compound.forced(7, null));
        for (int i = 1; i <= 10; i++) {
            cards.add(lamp(100 + i, "lamp-" + i, i + "号路灯"));
        }
        board.desk.showAlarms(cards.toArray(AlarmCard[]::new));
        Page page = open(Chromium.WALL, "王建国", true);
        tick(cards.getFirst(), 1);
        Locator folded = page.locator("[data-folded='xinghua/east']");
        assertThat(folded).containsText("东大门：10 个警报");
        assertThat(page.locator(".alarms > .alarm")).hasCount(2);
        assertThat(page.locator("[data-alarm='xinghua/east/gate/7']")).isVisible();
        folded.locator(".act.more").click();
        assertThat(folded.locator(".alarm")).hasCount(10);
        page.context().close();
    }

    private AlarmCard lamp(long id, String lamp, String name) {
        return board.compound.alarm(
                id, AlarmKind.LAMP_DEAD, AlarmSource.of(new LampId(lamp)), name, null);
    }

    private Page open(Chromium.Screen screen, String who, boolean chinese) {
        Page page = chromium.open(screen, ColorScheme.LIGHT);
        page.onPageError(faults::add);
        page.navigate(board.address("/sign-in?code=" + board.code(who)));
        page.locator("main button").click();
        assertThat(page.locator(".head .sign.good")).isVisible();
        if (!chinese) {
            page.getByText("English").click();
        }
        return page;
    }

    private void tick(AlarmCard first, int seconds) {
        board.alarms.calls.tick(first.heardAt().plus(Duration.ofSeconds(seconds)));
    }

    private AlarmCard state(AlarmState state) {
        return ScriptedDesk.inState(board.compound.forced(7, null), state, new OperatorName("王建国"));
    }

    private ScriptedDesk.Asked asked(String what) {
        try {
            ScriptedDesk.Asked asked = board.desk.asked.poll(DESK_WAIT_SECONDS, TimeUnit.SECONDS);
            assertTrue(asked != null, "the desk was not asked");
            assertEquals(what, asked.what());
            return asked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
