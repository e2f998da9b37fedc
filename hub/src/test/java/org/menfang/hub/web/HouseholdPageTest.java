package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.household.HomePages;
import org.menfang.hub.household.HouseholdDesk;
import org.menfang.hub.household.Households;
import org.menfang.hub.household.LinkPages;
import org.menfang.hub.household.PassPages;
import org.menfang.hub.household.VisitorPages;
import org.menfang.hub.page.Section;
import org.menfang.hub.people.Assistance;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.Register;
import org.menfang.hub.qr.QrReader;
import org.menfang.pass.PassReader;
import org.menfang.pass.PassReading;
import org.menfang.pass.RotatingCode;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;

/// What a household sees and makes for its visitors, on a phone; and what the gatehouse does.
@Timeout(300)
class HouseholdPageTest {
    private static final String CHEN = "/people/household/xinghua/3-2-501";
    private static final String WANG = "/people/household/xinghua/1-1-101";

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path data;
    private PeopleRoom room;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private PeopleOffice office;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private HouseholdDesk homes;

    private TestBoard board;
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
        room = new PeopleRoom(data);
        board = new TestBoard(4, this::sections);
        page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
    }

    private List<Section> sections(ScriptedDesk desk) {
        Register register = new Register();
        Households households = new Households();
        Book book =
                Book.open(
                        new InMemoryBookStore(),
                        InstantSource.system(),
                        List.of(register, households));
        office = new PeopleOffice(book, register, room.rules, room.names);
        homes = new HouseholdDesk(book, households, office, room.passes, room.rules);
        return List.of(
                new LinkPages(homes),
                new VisitorPages(homes, office, desk, desk, desk),
                new HomePages(homes, desk),
                new PassPages(homes, desk));
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
    }

    @Test
    void a_household_sees_its_own_entries_and_nobody_elses() {
        board.desk.log(board.compound.logged(1, Compound.granted("h-1"), "陈秀英", "东门行人门"));
        board.desk.log(board.compound.logged(2, Compound.granted("h-3"), "王芳", "北门"));
        page.navigate(link(CHEN));
        assertThat(page.locator("#entries li")).hasCount(1);
        assertThat(page.locator("#entries")).containsText("陈秀英");
        page.locator("header button[lang=en]").click();
        assertThat(page.locator("#entries .sign")).containsText("let in");
    }

    @Test
    void a_link_opens_only_what_is_its_households() {
        try (Visitor committee = Visitor.signedIn(board, "李主任");
                Visitor stranger = new Visitor(board)) {
            String chen = path(link(committee, CHEN));
            String wang = path(link(committee, WANG));
            String made = make(stranger, chen);
            String pass =
                    stranger.get(chen).body().replaceAll("(?s).*data-pass=\"(\\w+)\".*", "$1");
            assertEquals(200, stranger.get(chen + "/pass/" + pass).statusCode());
            assertEquals(404, stranger.get(wang + "/pass/" + pass).statusCode());
            assertFalse(stranger.get(wang).body().contains(pass));
            assertEquals(
                    422, stranger.form(wang + "/take-back", Map.of("pass", pass)).statusCode());
            assertEquals(200, stranger.get(path(made)).statusCode());
            assertEquals(404, stranger.get("/open/home/" + "A".repeat(27)).statusCode());
            assertEquals(404, stranger.get("/open/home/x").statusCode());
            assertEquals(404, stranger.get("/open/pass/" + "A".repeat(27)).statusCode());

            committee.form(CHEN + "/take-back", Map.of("csrf", committee.csrf()));
            assertEquals(404, stranger.get(chen).statusCode());
            assertEquals(200, stranger.get(wang).statusCode());
        }
    }

    @Test
    void a_resident_makes_a_pass_that_the_visitor_sees_without_an_account() {
        page.navigate(link(CHEN));
        page.locator("#visitor .primary").click();
        assertThat(page.locator(".pass-code")).isVisible();
        assertThat(page.locator("#digits")).hasText(Pattern.compile("[0-9 ]{12}"));
        String address = page.url();
        page.locator("header button[lang=en]").click();
        assertThat(page.locator("h1")).containsText("Visitor pass");
        page.navigate(address.replaceAll("\\?.*", "") + "/slip");
        assertTrue(page.content().contains("<svg"));

        page.navigate(link(CHEN));
        page.locator("[data-pass] .danger").click();
        assertThat(page.locator("#passes")).containsText("taken back");
        page.navigate(address);
        assertThat(page.locator(".notice.bad")).containsText("taken back");
        assertThat(page.locator(".pass-code")).isHidden();
        assertEquals(1, room.newest().passes().revoked().size());
    }

    @Test
    void the_link_of_a_household_works_until_nobody_is_left_in_it() {
        OperatorName li = new OperatorName("李主任");
        HouseholdId household = new HouseholdId("3-2-501");
        try (Visitor committee = Visitor.signedIn(board, "李主任");
                Visitor stranger = new Visitor(board)) {
            String chen = path(link(committee, CHEN));
            office.end(li, Compound.ID, new HolderId("h-1"));
            homes.empty(li, Compound.ID, household);
            assertEquals(200, stranger.get(chen).statusCode());
            office.end(li, Compound.ID, new HolderId("h-2"));
            homes.empty(li, Compound.ID, household);
            assertEquals(404, stranger.get(chen).statusCode());
        }
    }

    @Test
    void a_pass_on_a_phone_shows_the_code_of_the_moment_and_has_no_slip() throws IOException {
        page.navigate(link(CHEN));
        page.locator("#plan").selectOption("ON_PHONE");
        page.locator("#visitor .primary").click();
        assertThat(page.locator("#good-until")).containsText("每半分钟换一次");
        assertThat(page.locator("a[href$='/slip']")).hasCount(0);
        String shown = QrReader.read(page.locator(".pass-code").screenshot());
        PassReading.Read read =
                assertInstanceOf(
                        PassReading.Read.class,
                        new PassReader(Compound.ID, room.newest().passes().issuers()).read(shown));
        Instant now = Instant.now();
        assertTrue(isTaken(read, now));
        assertFalse(isTaken(read, now.plusSeconds(90)), "a picture of it dies");
        page.navigate(page.url().replaceAll("\\?.*", "") + "/slip");
        assertThat(page.locator("svg")).hasCount(0);
    }

    private static boolean isTaken(PassReading.Read read, Instant at) {
        return RotatingCode.step(
                        PeopleRoom.ROTATION_KEY,
                        read.pass().id(),
                        Objects.requireNonNull(read.code()),
                        at)
                .isPresent();
    }

    @Test
    void a_volunteer_makes_a_pass_for_a_resident_without_a_phone_and_sees_who_needs_help() {
        office.noteHelp(
                new OperatorName("李主任"), Compound.ID, new HolderId("h-2"), Assistance.HOLD_DOOR);
        board.desk.log(
                board.compound.logged(
                        1, Compound.denied("h-2", DenyReason.EXPIRED), "李强", "东门行人门"));
        signIn("小赵");
        page.navigate(board.address("/visitors"));
        assertThat(page.locator("#needs")).containsText("李强");
        assertThat(page.locator("#needs")).containsText("扶门");
        CompletableFuture<Void> answered =
                CompletableFuture.runAsync(() -> {
                    ScriptedDesk.Asked asked = take();
                    assertEquals("let in xinghua/east/main-in h-2", asked.what());
                    asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
                });
        page.locator("#needs button").click();
        assertThat(page.locator(".notice.good")).containsText("已确认放行");
        answered.join();
        page.locator("#household").fill("9-9-999");
        page.locator("#visitor .primary").click();
        assertThat(page.locator(".notice.bad")).containsText("没有这一户");
        page.locator("#household").fill("1-1-101");
        page.locator("#plan").selectOption("ONCE");
        page.locator("#visitor .primary").click();
        assertThat(page.locator(".pass-code")).isVisible();
        page.navigate(board.address("/visitors"));
        assertThat(page.locator("#passes [data-pass]")).containsText("1-1-101");
    }

    @Test
    void an_account_that_is_bound_sees_its_household() {
        try (Visitor committee = Visitor.signedIn(board, "李主任");
                Visitor resident = Visitor.signedIn(board, "陈秀英")) {
            assertFalse(resident.get("/household").body().contains("3-2-501"));
            committee.form(CHEN + "/bind", Map.of("csrf", committee.csrf(), "account", "陈秀英"));
            assertTrue(resident.get("/household").body().contains("3-2-501"));
        }
    }

    private ScriptedDesk.Asked take() {
        try {
            return board.desk.asked.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signIn(String name) {
        page.navigate(board.address("/sign-in?code=" + board.code(name)));
        page.locator("main button").click();
    }

    private String link(String household) {
        try (Visitor committee = Visitor.signedIn(board, "李主任")) {
            return link(committee, household);
        }
    }

    private static String link(Visitor committee, String household) {
        String body = committee.form(household + "/link", Map.of("csrf", committee.csrf())).body();
        return body.replaceAll("(?s).*id=\"address\">([^<]+)<.*", "$1");
    }

    private static String path(String address) {
        return address.replaceAll("https?://[^/]+", "");
    }

    private static String make(Visitor visitor, String home) {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        return visitor.form(home + "/pass", Map.of("plan", "ONCE", "day", today, "hour", "0"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
