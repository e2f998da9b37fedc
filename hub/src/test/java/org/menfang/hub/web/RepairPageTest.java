package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.board.Board;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.cases.CasePicturePages;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.cases.TestPictures;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.repair.NewRepair;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.repair.RepairPages;
import org.menfang.hub.repair.Repairs;
import org.menfang.hub.repair.SlipPages;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.Sha256;

/// A repair from the report to the rating, on a phone.
@Timeout(300)
class RepairPageTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path folder;

    private final Repairs chapter = new Repairs();
    private final RepairBook repairs =
            new RepairBook(
                    Book.open(new InMemoryBookStore(), Clock.systemUTC(), List.of(chapter)),
                    chapter);

    @SuppressWarnings("NullAway.Init") // Set before each test.
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

    @BeforeEach
    void open() throws IOException {
        CasePictures pictures = new CasePictures(PictureShelf.open(folder, 0));
        Compound compound = new Compound(Clock.systemUTC());
        Board seen = new Board(1, Clock.systemUTC().instant(), List.of(), List.of(compound.east()));
        board =
                new TestBoard(
                        8,
                        new RepairPages(repairs, pictures, () -> seen),
                        new SlipPages(repairs),
                        new CasePicturePages(pictures));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Page phone(String who) {
        Page page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.navigate(board.address("/sign-in?code=" + board.code(who)));
        page.locator("main button").click();
        return page;
    }

    @Test
    void a_torn_fence_is_reported_mended_checked_by_another_and_rated_by_a_resident_once() {
        Page li = phone("李大姐");
        report(li);
        Page wang = phone("王师傅");
        wang.navigate(board.address("/repairs/1"));
        work(wang, "我来负责");
        work(wang, "开始修了");
        wang.locator("#note-finish").fill("补了新网");
        work(wang, "修好了");
        assertThat(wang.locator("main")).containsText("您修过它，所以要由别人检查");
        assertThat(wang.getByText("检查过，已修好")).hasCount(0);
        Looks.check(wang, "a repair that waits for the check");

        li.navigate(board.address("/repairs/1"));
        work(li, "检查过，已修好");
        assertThat(li.locator(".notice.good")).containsText("已检查，维修结束");
        li.locator("#count").fill("2");
        work(li, "做评价条");
        assertThat(li.locator(".slip")).hasCount(2);
        Looks.check(li, "slips");
        String address = li.locator(".slip-address").first().textContent().strip();
        rate(address);
    }

    private void report(Page li) {
        li.navigate(board.address("/repairs"));
        Looks.check(li, "no repairs");
        li.locator("main").getByText("报修").first().click();
        li.locator("#place").fill("三号楼后面");
        li.locator("#what").fill("围栏破了一个洞");
        li.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "../../etc/passwd.jpg",
                                "image/jpeg",
                                TestPictures.halves(800, 600, "jpeg")));
        Looks.check(li, "the report");
        work(li, "交报修");
        assertThat(li.locator(".notice.good")).containsText("已报修");
        assertThat(li.locator(".case-picture img")).hasJSProperty("naturalWidth", 800);
        assertThat(li.locator(".way li.now")).containsText("已报修");
        Looks.check(li, "a repair");
    }

    private void rate(String address) {
        Page resident = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        resident.navigate(address);
        assertThat(resident.locator("main")).containsText("围栏破了一个洞");
        assertThat(resident.locator("main")).not().containsText("李大姐");
        assertThat(resident.locator("main")).not().containsText("王师傅");
        assertThat(resident.locator("main")).not().containsText("补了新网");
        Looks.check(resident, "the page for everybody");
        resident.locator("input[value='4']").check();
        work(resident, "交评价");
        assertThat(resident.locator(".notice.good")).containsText("谢谢");
        assertThat(resident.locator("main")).containsText("4.0 星");
        resident.navigate(address);
        assertThat(resident.locator("main")).containsText("这张评价条已经用过");
        assertEquals(1, repairs.find(1).orElseThrow().votes().ratings());
    }

    private static void work(Page page, String button) {
        page.locator("main button")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(button))
                .first()
                .click();
    }

    @Test
    void a_measured_repair_offers_no_button_that_closes_it_and_refuses_the_address() {
        repairs.report(
                Book.HUB,
                new NewRepair(
                        Compound.ID,
                        "一号路灯",
                        "",
                        new NewRepair.MeasuredFault(
                                Compound.EAST,
                                AlarmKind.LAMP_DEAD,
                                AlarmSource.of(new LampId("lamp-1"))),
                        Clock.systemUTC().instant()));
        try (Visitor li = Visitor.signedIn(board, "李大姐")) {
            String page = li.get("/repairs/1").body();
            assertTrue(page.contains("大门自己会测"), page);
            assertFalse(page.contains("/act/check"), page);
            assertFalse(page.contains("/act/nothing-to-mend"), page);
            HttpResponse<String> answer =
                    li.form(
                            "/repairs/1/act/nothing-to-mend",
                            Map.of("csrf", li.csrf(), "note", "好的"));
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("不能用手关"), answer.body());
        }
        assertTrue(repairs.find(1).orElseThrow().state().isOpen());
    }

    @Test
    void who_may_only_look_finds_no_form_and_cannot_send_one() {
        board.limit("监委", Role.SUPERVISOR);
        report("围栏破了");
        try (Visitor supervisor = Visitor.signedIn(board, "监委")) {
            String page = supervisor.get("/repairs/1").body();
            assertFalse(page.contains("/repairs/1/act"), page);
            assertEquals(
                    403,
                    supervisor
                            .form("/repairs/1/act/accept", Map.of("csrf", supervisor.csrf()))
                            .statusCode());
        }
    }

    private void report(String what) {
        repairs.report(
                Book.HUB,
                new NewRepair(Compound.ID, "三号楼", what, null, Clock.systemUTC().instant()));
    }

    @Test
    void a_code_that_was_never_printed_rates_nothing_and_many_of_them_are_slowed_down() {
        report("围栏破了");
        repairs.makeSlips(Book.HUB, 1, List.of(Sha256.of("A".repeat(22))));
        repairs.accept(Book.HUB, 1);
        repairs.finish(Book.HUB, 1, "");
        try (Visitor stranger = new Visitor(board)) {
            HttpResponse<String> wrong = rate(stranger, "B".repeat(22));
            assertEquals(422, wrong.statusCode());
            assertTrue(wrong.body().contains("评价条不对"), wrong.body());
            for (int i = 0; i < 30; i++) {
                rate(stranger, "C".repeat(22));
            }
            assertTrue(rate(stranger, "A".repeat(22)).body().contains("试得太多"));
        }
        assertEquals(0, repairs.find(1).orElseThrow().votes().ratings());
    }

    private static HttpResponse<String> rate(Visitor visitor, String code) {
        return visitor.form("/open/repair/1/" + code, Map.of("stars", "5"));
    }

    @Test
    void a_link_fills_the_form_and_what_was_typed_stays_when_it_is_refused() {
        try (Visitor li = Visitor.signedIn(board, "李大姐")) {
            assertTrue(li.get("/repairs/new?place=%E5%8C%97%E9%97%A8").body().contains("北门"));
            HttpResponse<String> answer =
                    li.form(
                            "/repairs/new",
                            Map.of(
                                    "csrf",
                                    li.csrf(),
                                    "compound",
                                    "xinghua",
                                    "place",
                                    "南墙<b>",
                                    "what",
                                    ""));
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("南墙&lt;b>"), answer.body());
            assertEquals(404, li.get("/repairs/99").statusCode());
            assertEquals(404, li.get("/repairs/" + URI.create("x")).statusCode());
        }
    }
}
