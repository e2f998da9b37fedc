package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.EventBody;

/// What a volunteer sees and does, in a real browser.
@Timeout(300)
class BoardPageTest {
    private static final long DESK_WAIT_SECONDS = 60;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final TestBoard board = new TestBoard(32);
    private final List<String> faults = new ArrayList<>();
    private Page page;

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
    void open() {
        page = chromium.open();
        page.onPageError(faults::add);
        board.desk.showGates(board.compound.east());
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
        assertEquals(List.of(), faults);
    }

    @Test
    void a_link_leads_to_a_quiet_board() {
        signIn();
        assertThat(page.locator(".quiet.good")).containsText("一切正常");
        assertThat(page.locator(".head .sign")).containsText("实时");
        assertThat(page.locator(".gate-age")).containsText("秒前更新");
    }

    @Test
    void a_forced_door_shows_at_once_and_is_acknowledged_when_its_gate_says_so() {
        signIn();
        assertThat(page.locator(".quiet.good")).isVisible();
        board.desk.showAlarms(board.compound.forced(7, null));
        Locator alarm = page.locator("[data-alarm='xinghua/east/gate/7']");
        assertThat(alarm).containsText("门被强行打开");
        assertThat(alarm).containsText("北门");
        assertThat(alarm).containsText("秒前");

        button(alarm, "acknowledge").click();
        ScriptedDesk.Asked asked = asked("acknowledge xinghua/east/7");
        assertThat(alarm).containsText("已发出，等待大门确认");
        assertThat(alarm).hasAttribute("data-state", "RAISED");

        board.desk.changeAlarm(card -> state(AlarmState.ACKNOWLEDGED));
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertThat(alarm).containsText("王建国 已确认");
        assertThat(button(alarm, "claim")).hasAttribute("aria-disabled", "false");
    }

    @Test
    void a_door_is_released_only_after_a_second_question() {
        signIn();
        Locator door = page.locator("[data-door='north-door']");
        door.getByText("开门一次").click();
        assertThat(door).containsText("要打开“北门”放一个人过吗");
        door.getByText("不开").click();
        assertTrue(board.desk.asked.isEmpty());
        door.getByText("开门一次").click();
        door.getByText("是，开门").click();
        ScriptedDesk.Asked asked = asked("ACCESS xinghua/east/north-door");
        assertThat(door).containsText("已发出，等待大门确认");
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertThat(door).containsText("大门已确认：门已放行");
        board.desk.showGates(board.compound.east(DoorMode.ACCESSED, DoorPhase.RELEASED));
        assertThat(door).containsText("已开锁，门还关着");
    }

    @Test
    void a_door_is_held_open_for_ten_minutes_after_a_second_question() {
        signIn();
        Locator door = page.locator("[data-door='north-door']");
        door.getByText("开门 10 分钟（搬家）").click();
        assertThat(door).containsText("这段时间谁都能进，到时自动锁上");
        door.getByText("是，开 10 分钟").click();
        ScriptedDesk.Asked asked = asked("hold xinghua/east/north-door 10");
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertThat(door).containsText("大门已确认：门开着，到时自动锁上");
    }

    @Test
    void a_compound_is_locked_down_after_a_second_question_and_shows_who_did_it_until_when() {
        signIn();
        Locator level = page.locator(".level");
        assertThat(level).hasAttribute("data-level", "NORMAL");
        level.getByText("封锁小区").click();
        assertThat(level).containsText("里面的人随时能出");
        level.getByText("不设定").click();
        assertTrue(board.desk.asked.isEmpty());
        level.getByText("封锁小区").click();
        level.getByText("是，马上设定").click();
        ScriptedDesk.Asked asked = asked("LOCKDOWN xinghua 60");
        assertThat(level).containsText("已发出，等待大门确认");
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertThat(level).containsText("所有大门已确认");
        Instant now = board.clock.instant();
        board.desk.showGates(
                Compound.withLevel(
                        board.compound.east(), SiteLevel.LOCKDOWN, now, now.plusSeconds(1_800)));
        assertThat(level).hasAttribute("data-level", "LOCKDOWN");
        assertThat(level).containsText("李大姐 设定");
        assertThat(level).containsText("30 分钟后自动恢复平常");
        level.getByText("恢复平常").last().click();
        level.getByText("是，马上设定").click();
        asked("NORMAL xinghua").answer().complete(new ActOutcome.NotEverywhere());
        assertThat(level).containsText("不是每个大门都确认了");
    }

    @Test
    void a_level_that_was_set_is_told_in_a_sentence() {
        signIn();
        board.desk.log(
                board.compound.logged(
                        1,
                        new EventBody.LevelChanged(
                                SiteLevel.LOCKDOWN, new OperatorName("李大姐"), null, 1_800),
                        null,
                        ""));
        board.desk.log(
                board.compound.logged(
                        2,
                        new EventBody.LevelChanged(SiteLevel.NORMAL, null, null, null),
                        null,
                        ""));
        assertThat(page.locator("[data-number='1']")).containsText("李大姐 封锁小区");
        assertThat(page.locator("[data-number='2']")).containsText("小区恢复平常");
    }

    @Test
    void a_gate_that_does_not_answer_is_told_in_plain_words() {
        signIn();
        assertThat(refusal(new ActOutcome.NoAnswer())).containsText("大门没有回答");
        page.locator(".outcome .button").click();
        assertThat(refusal(new ActOutcome.GateAway())).containsText("大门失联，没有发出");
        page.locator(".outcome .button").click();
        assertThat(refusal(new ActOutcome.Answered(CommandOutcome.REFUSED_BY_STATE)))
                .containsText("现在的状态不允许");
    }

    @Test
    void a_gate_that_is_away_shows_old_knowledge_as_old() {
        board.desk.showGates(board.compound.westAway());
        signIn();
        Locator gate = page.locator("[data-gate='xinghua/west']");
        assertThat(gate).containsText("失联");
        assertThat(gate).containsText("7 分钟以前的情况");
        assertThat(gate).containsText("时间不可信");
        assertThat(gate).containsText("大门失联，现在开不了");
        assertThat(page.locator(".quiet.good")).hasCount(0);
    }

    @Test
    void what_happens_is_told_in_sentences() {
        signIn();
        board.desk.log(board.compound.logged(1, Compound.granted(), "陈秀英", "东门行人门"));
        board.desk.log(
                board.compound.logged(2, Compound.denied(DenyReason.EXPIRED), "小李", "东门行人门"));
        assertThat(page.locator("[data-number='1']")).containsText("陈秀英 准许通过东门行人门");
        assertThat(page.locator("[data-number='2']")).containsText("小李 不准通过：卡已过期");
        page.getByText("English").click();
        assertThat(page.locator("[data-number='2']")).containsText("refused: card has expired");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.reload();
        assertThat(page.locator(".quiet.good")).containsText("All quiet");
    }

    @Test
    void a_lost_hub_is_shown_with_its_age_and_found_again() {
        signIn();
        assertThat(page.locator(".quiet.good")).isVisible();
        int port = board.port();
        board.stop();
        assertThat(page.locator(".banner.bad")).containsText("和值班中心断开了");
        assertThat(page.locator(".banner-age")).containsText("以前的，不是现在的情况");
        assertThat(page.locator(".quiet.good")).hasCount(0);
        String before = page.locator(".banner-age").textContent();
        assertThat(page.locator(".banner-age")).not().hasText(before);
        board.startAgain(port);
        assertThat(page.locator(".banner.bad")).hasCount(0);
        assertThat(page.locator(".quiet.good")).isVisible();
    }

    @Test
    void a_new_alarm_sounds_after_one_tap_and_flashes_in_the_title() {
        page.addInitScript(
                """
                window.tones = 0;
                const start = OscillatorNode.prototype.start;
                OscillatorNode.prototype.start = function (when) {
                    window.tones++;
                    return start.call(this, when);
                };
                """);
        signIn();
        page.locator(".banner.ask").click();
        assertThat(page.locator(".banner.ask")).hasCount(0);
        int before = (int) page.evaluate("window.tones");
        board.desk.showAlarms(board.compound.forced(7, null));
        page.waitForFunction("before => window.tones > before", before);
        page.waitForFunction("document.title.includes('1 个警报')");
    }

    @Test
    void a_wrong_password_ten_times_is_locked_in_plain_words() {
        page.navigate(board.address("/sign-in"));
        for (int i = 0; i < 10; i++) {
            page.locator("#name").fill("王建国");
            page.locator("#password").fill("wrong");
            page.locator("main button.primary").click();
            assertThat(page.locator(".notice:not([hidden])"))
                    .containsText(i < 5 ? "名字或密码不对" : "错误次数太多");
        }
    }

    @Test
    void a_link_that_was_used_says_so() {
        page.navigate(board.address("/sign-in?code=used-before"));
        page.locator("main button.primary").click();
        assertThat(page.locator(".notice:not([hidden])")).containsText("这条链接已经用过或者过期了");
    }

    private AlarmCard state(AlarmState state) {
        return ScriptedDesk.inState(board.compound.forced(7, null), state, new OperatorName("王建国"));
    }

    private Locator refusal(ActOutcome outcome) {
        Locator door = page.locator("[data-door='north-door']");
        door.getByText("开门一次").click();
        door.getByText("是，开门").click();
        asked("ACCESS xinghua/east/north-door").answer().complete(outcome);
        return door;
    }

    private void signIn() {
        page.navigate(board.address("/sign-in?code=" + board.code("王建国")));
        page.locator("main button.primary").click();
        assertThat(page.locator(".head .sign.good")).isVisible();
    }

    private static Locator button(Locator alarm, String act) {
        return alarm.locator(".act." + act);
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
