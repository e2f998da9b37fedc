package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.hub.book.Head;
import org.menfang.hub.print.PdfText;

/// What everybody sees without signing in, in a real browser.
@Timeout(300)
class OpenBoardPageTest {
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
    private static final String TOO_SMALL_TEXT =
            """
            () => [...document.querySelectorAll("main *")]
                .filter(each => each.getClientRects().length
                    && [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                .filter(each => parseFloat(getComputedStyle(each).fontSize) < 20)
                .map(each => each.textContent)
            """;

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    private final PublicCompound compound = new PublicCompound();

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void close() {
        compound.close();
    }

    @ParameterizedTest
    @CsvSource({"wall, zh", "wall, en", "phone, zh", "phone, en"})
    void everybody_can_read_the_public_board(String size, String language) {
        Chromium.Screen screen = size.equals("wall") ? Chromium.WALL : Chromium.PHONE;
        try (Page page = chromium.open(screen, ColorScheme.LIGHT)) {
            page.navigate(compound.board().address("/open/board"));
            if (language.equals("en")) {
                page.locator("header form[action='/language'] button").click();
            }
            assertThat(page.locator(".have")).hasCount(5);
            assertThat(page.locator("#money"))
                    .containsText(language.equals("zh") ? "居民月费" : "Monthly fees");
            assertThat(page.locator("#chain .hash span")).hasCount(8);
            check(page, size + " " + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void the_print_is_one_large_page_without_script(String language) {
        try (Page page = chromium.open(Chromium.WALL, ColorScheme.LIGHT)) {
            page.navigate(compound.board().address("/open/board"));
            if (language.equals("en")) {
                page.locator("header form[action='/language'] button").click();
            }
            page.navigate(compound.board().address("/open/board/xinghua/print"));
            assertEquals(0, page.locator("script").count());
            check(page, "print " + language);
            byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            assertEquals(List.of(420L, 297L), PdfText.millimetres(pdf));
            assertTrue(PdfText.of(pdf).contains("xinghua"), PdfText.of(pdf));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open/board",
                "/open/board/print",
                "/open/board/xinghua",
                "/open/board/xinghua/print"
            })
    void nobody_is_named(String path) {
        compound.plantNames();
        try (Visitor stranger = new Visitor(compound.board())) {
            var answer = stranger.get(path);
            assertEquals(200, answer.statusCode());
            assertFalse(answer.body().isBlank());
            for (String name : PublicCompound.NAMES) {
                assertFalse(answer.body().contains(name), name + " on " + path);
            }
            assertTrue(answer.body().contains("路灯不亮"), "what is no name stays");
        }
    }

    @Test
    void the_month_is_a_pdf_in_both_languages_without_names() {
        compound.plantNames();
        try (Visitor stranger = new Visitor(compound.board())) {
            YearMonth month = YearMonth.from(compound.now().atZone(PublicCompound.ZONE));
            byte[] pdf = stranger.bytes("/open/board/xinghua/" + month + ".pdf");
            String text = PdfText.of(pdf);
            for (String part : List.of("有照明", "Lighting", "大门在线率", "居民月费", "日志", "路灯不亮")) {
                assertTrue(text.contains(part), part + " in " + text);
            }
            for (String name : PublicCompound.NAMES) {
                assertFalse(text.contains(name), name);
            }
            assertEquals(
                    404,
                    stranger.get("/open/board/xinghua/" + month.plusMonths(1) + ".pdf")
                            .statusCode());
            assertEquals(404, stranger.get("/open/board/elsewhere").statusCode());
        }
    }

    @Test
    void who_made_a_report_is_written_down() {
        try (Visitor member = Visitor.signedIn(compound.board(), "王建国")) {
            YearMonth month = YearMonth.from(compound.now().atZone(PublicCompound.ZONE));
            long before = compound.head().seq();
            byte[] pdf = member.bytes("/reports/xinghua/" + month + ".pdf");
            assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
            assertEquals(before + 1, compound.head().seq());
            assertTrue(member.get("/reports").body().contains(month.toString()));
        }
    }

    @Test
    void money_is_booked_and_waits_for_the_second_key() {
        try (Visitor member = Visitor.signedIn(compound.board(), "王建国")) {
            var booked =
                    member.form(
                            "/money/xinghua/income",
                            Map.of(
                                    "csrf", member.csrf(),
                                    "day", compound.today(),
                                    "source", "PARKING",
                                    "yuan", "88.80",
                                    "text", "十一月停车"));
            assertEquals(303, booked.statusCode(), booked.body());
            var refused =
                    member.form(
                            "/money/xinghua/income",
                            Map.of(
                                    "csrf", member.csrf(),
                                    "day", compound.today(),
                                    "source", "PARKING",
                                    "yuan", "88.888",
                                    "text", "十一月停车"));
            assertEquals(422, refused.statusCode());
            assertTrue(refused.body().contains("12.50"), refused.body());
            assertTrue(member.get("/money/xinghua").body().contains("88.80"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/money", "/reports", "/log", "/keep"})
    void the_team_reads_and_touches_the_pages_behind_it_on_a_phone(String path) {
        try (Page page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT)) {
            page.navigate(
                    compound.board().address("/sign-in?code=" + compound.board().code("王建国")));
            page.locator("main button").click();
            page.waitForURL(compound.board().address("/"));
            page.navigate(compound.board().address(path));
            check(page, path);
        }
    }

    @Test
    void a_line_that_was_copied_from_the_public_board_is_found_in_the_log() {
        try (Visitor supervisor = Visitor.signedIn(compound.board(), "赵老师")) {
            Head copied = compound.head();
            compound.plantNames();
            String page = supervisor.get("/log?line=" + copied.seq()).body();
            assertTrue(page.contains(copied.hash().value()), page);
        }
    }

    private static void check(Page page, String what) {
        AxeResults results = new AxeBuilder(page).withTags(WCAG_22_AA).analyze();
        assertEquals(
                List.of(),
                results.getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList(),
                what);
        assertEquals(List.of(), page.evaluate(TOO_SMALL_TEXT), what);
        assertEquals(0, page.evaluate(TOO_WIDE), what + " scrolls sideways");
    }
}
