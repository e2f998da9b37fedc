package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.DutyCard;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.rights.Role;
import org.menfang.hub.roster.Crew;
import org.menfang.hub.roster.DutyDesk;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.roster.Side;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;

/// What a team does with its roster and its hand-over, on phones.
@Timeout(300)
class PatrolPageTest {
    private static final OperatorName WANG = PatrolOffice.WANG;
    private static final OperatorName LI = PatrolOffice.LI;
    private static final OperatorName ZHAO = PatrolOffice.ZHAO;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path folder;
    private final ScriptedDesk desk = new ScriptedDesk(Clock.systemUTC());
    private PatrolOffice office;
    private TestBoard board;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.WAIT_MILLIS);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    /// The shift before this one was 王's; this one is 李's and 赵's, and nobody has taken over.
    @BeforeEach
    void open() {
        Instant now = Instant.now();
        office = new PatrolOffice(folder, desk, now);
        RosterBook.Planned running = running(now);
        office.tick(running.begin().minusSeconds(1_800));
        RosterBook.Planned before = running(office.now());
        done(office.roster.changeDay(LI, before.slot(), new Crew(List.of(), WANG)));
        done(office.roster.changeDay(LI, running.slot(), new Crew(List.of(ZHAO), LI)));
        office.tick(now);
        board = new TestBoard(8, office.sections());
        List.of(WANG, LI, ZHAO).forEach(who -> board.limit(who.value(), Role.VOLUNTEER));
        desk.showGates(board.compound.east(), board.compound.westAway());
    }

    @AfterEach
    void close() {
        board.close();
    }

    private RosterBook.Planned running(Instant now) {
        LocalDate today = now.atZone(PatrolOffice.ZONE).toLocalDate();
        return office.roster.week(today.minusDays(1)).stream()
                .filter(each -> !each.begin().isAfter(now) && each.end().isAfter(now))
                .findFirst()
                .orElseThrow();
    }

    private static void done(Outcome outcome) {
        assertInstanceOf(Outcome.Done.class, outcome);
    }

    private Page phone(OperatorName who) {
        Page page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.navigate(board.address("/sign-in?code=" + board.code(who.value())));
        page.locator("main button").click();
        page.waitForURL(board.address("/"));
        return page;
    }

    @Test
    void until_both_have_signed_the_last_shift_answers() {
        Page leaving = phone(WANG);
        leaving.navigate(board.address("/hand-over"));
        assertThat(leaving.locator("main")).containsText("等待接班");
        assertThat(leaving.locator("main")).containsText("大门失联");
        assertThat(leaving.locator("main")).containsText("九号路灯");
        assertThat(leaving.locator("#side-COMING button")).hasCount(0);
        leaving.locator("#side-LEAVING textarea").fill("北门的锁要轻一点关");
        leaving.locator("#side-LEAVING button").click();
        assertThat(leaving.locator(".notice.good")).containsText("已签字");
        assertThat(leaving.locator(".duty-people")).hasText("王建国");
        assertThat(leaving.locator("#side-COMING")).containsText("等待签字");
        assertEquals(List.of(WANG), office.roster.onDuty(office.now()));

        Page coming = phone(LI);
        coming.navigate(board.address("/hand-over"));
        assertThat(coming.locator("#side-LEAVING")).containsText("王建国");
        coming.locator("#side-COMING button").click();
        assertThat(coming.locator(".duty-people")).hasText("赵阿姨、李大姐");
        assertThat(coming.locator(".sign.warn")).hasCount(0);
        assertEquals(List.of(ZHAO, LI), office.roster.onDuty(office.now()));
        coming.locator("section[aria-labelledby=past] a").click();
        assertThat(coming.locator("main")).containsText("北门的锁要轻一点关");
        assertThat(coming.locator("main")).containsText("两方已签");
        coming.locator("header button").last().click();
        leaving.context().close();
        coming.context().close();
    }

    @Test
    void the_board_says_who_answers_and_who_has_not_taken_over() {
        DutyDesk duty = new DutyDesk(desk, office.book, office.roster);
        List<Board> heard = new ArrayList<>();
        duty.subscribe(news -> {
            if (news instanceof Desk.News.BoardChanged(Board changed)) {
                heard.add(changed);
            }
        });
        duty.tick(office.now());
        duty.tick(office.now());
        done(office.roster.sign(WANG, false, Side.LEAVING, "", office.now()));
        assertEquals(1, heard.size());
        DutyCard late = Objects.requireNonNull(heard.getFirst().duty());
        assertEquals(List.of(WANG), late.persons());
        assertEquals(running(office.now()).slot().shift().name(), late.waiting());

        Page page = phone(WANG);
        board.desk.showDuty(late);
        assertThat(page.locator(".duty")).containsText("王建国");
        assertThat(page.locator(".duty .sign.warn")).containsText("还没有接班");
        done(office.roster.sign(LI, false, Side.COMING, "", office.now()));
        assertEquals(2, heard.size());
        assertTrue(heard.getFirst().version() < heard.getLast().version());
        board.desk.showDuty(Objects.requireNonNull(heard.getLast().duty()));
        assertThat(page.locator(".duty")).containsText("赵阿姨、李大姐");
        assertThat(page.locator(".duty .sign.warn")).hasCount(0);
        page.context().close();
    }

    @Test
    void a_swap_takes_the_one_who_asks_and_the_one_who_agrees() {
        Page asker = phone(ZHAO);
        asker.navigate(board.address("/roster"));
        asker.locator("td a", new Page.LocatorOptions().setHasText("换班")).first().click();
        asker.locator("#with").selectOption(WANG.value());
        asker.locator("form[action$='/swap'] button").click();
        assertThat(asker.locator("main")).containsText("赵阿姨 请 王建国 代上");
        assertThat(asker.locator("#swap-1 button")).hasText("撤回");
        assertThat(asker.locator("td:has(.sign.good)")).containsText("赵阿姨");

        Page asked = phone(WANG);
        asked.navigate(board.address("/roster"));
        asked.locator("#swap-1 button.primary").click();
        assertThat(asked.locator(".notice.good")).containsText("换班成功");
        assertThat(asked.locator("td:has(.sign.good)")).containsText("王建国");
        assertThat(asked.locator("td:has(.sign.good)")).not().containsText("赵阿姨");
        asker.context().close();
        asked.context().close();
    }

    @Test
    void a_leader_plans_the_week_in_english_too() {
        board.limit(LI.value(), Role.SHIFT_LEADER);
        Page page = phone(LI);
        page.navigate(board.address("/roster/plan"));
        page.locator("header form[action='/language'] button").click();
        assertThat(page.locator("h1")).hasText("Plan of the week");
        page.locator("a[href='/roster/plan/MONDAY/NIGHT']").click();
        page.locator("input[value='王建国']").check();
        page.locator("#leader").selectOption(LI.value());
        page.locator("main form button").click();
        assertThat(page.locator(".notice.good")).containsText("In force from tomorrow on");
        assertThat(page.locator("tr:has-text('Mon') td[data-label='Night shift']"))
                .containsText("王建国, 李大姐");
        page.context().close();
    }

    @Test
    void a_round_is_walked_on_pages_without_a_script() throws Exception {
        Instant due = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        office.tick(due.minusSeconds(60));
        done(office.rounds.plan(LI, office.tour(due)));
        done(office.rounds.setCard(LI, ZHAO, Compound.ID, new HolderId("h-1")));
        office.live();
        office.tick(Instant.now());
        Page page = phone(ZHAO);
        page.navigate(board.address("/rounds"));
        page.locator("section[aria-labelledby=open] a.button").click();
        page.locator("button[value=BEGIN]").click();
        assertThat(page.locator(".notice.good")).containsText("巡逻开始了");

        desk.log(board.compound.logged(1, Compound.granted(), "赵阿姨", "东门行人门"));
        office.tick(Instant.now());
        page.locator("#code-shed").fill("ABCDEFGHJKLMNPQR");
        page.locator("#point-shed button[value=POINT]").click();
        assertThat(page.locator(".notice.bad")).containsText("码不对");
        assertThat(page.locator("#point-east")).containsText("已到");
        page.locator("#code-shed").fill(office.code("shed"));
        page.locator("#point-shed button[value=POINT]").click();
        assertThat(page.locator("#point-shed .sign.good")).containsText("已到");
        page.locator("#point-shed button[value=no]").click();
        assertThat(page.locator("#point-shed .sign.bad")).containsText("不正常");
        page.locator("#point-shed summary").click();
        page.locator("#what-shed").fill("路灯不亮");
        page.locator("#point-shed button[value=REPAIR]").click();
        assertThat(page.locator("#point-shed .sign.warn")).containsText("已报修");
        assertEquals("路灯不亮", office.repairs.getFirst().what());
        takePicture(page);

        page.locator("button[value=END]").click();
        assertThat(page.locator(".notice.bad")).containsText("请写明为什么提前结束");
        page.locator("#reason").fill("门房没有人");
        page.locator("button[value=END]").click();
        assertThat(page.locator("main")).containsText("门房没有人");
        page.navigate(board.address("/points"));
        assertThat(page.locator("tbody tr")).containsText("赵阿姨");
        page.context().close();
    }

    private void takePicture(Page page) throws IOException {
        Path jpeg = folder.resolve("lamp.jpg");
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "jpg", jpeg.toFile());
        page.locator("#point-shed summary").click();
        page.locator("#picture-shed").setInputFiles(jpeg);
        page.locator("#point-shed form[enctype] button").click();
        assertThat(page.locator(".notice.good")).containsText("照片已保存");
        assertEquals(
                40,
                page.locator("#point-shed img")
                        .evaluate("img => img.decode().then(() => img.naturalWidth)"));
    }
}
