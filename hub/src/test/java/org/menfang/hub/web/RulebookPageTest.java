package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.decision.AuthorityBook;
import org.menfang.hub.decision.Compounds;
import org.menfang.hub.decision.Decisions;
import org.menfang.hub.decision.RulesInForce;
import org.menfang.hub.page.Section;
import org.menfang.hub.people.ImportShelf;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.PeoplePages;
import org.menfang.hub.people.Register;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.hub.rulebook.Rulebook;
import org.menfang.hub.rulebook.RulebookDesk;
import org.menfang.hub.rulebook.RulebookPages;
import org.menfang.hub.rulebook.TimesBefore;
import org.menfang.json.Json;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.Quota;
import org.menfang.rules.Resolution;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.QuotaId;

/// How a rules file comes into force, on a phone.
@Timeout(300)
class RulebookPageTest {
    private static final OperatorName LI = new OperatorName("李主任");
    private static final OperatorName WANG = new OperatorName("王监事");

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path data;
    private PeopleRoom room;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private GraveBook grave;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private AuthorityBook authority;

    private TestBoard board;
    private Duration later = Duration.ZERO;
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
        board.desk.showGates(board.compound.east());
        page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.navigate(board.address("/sign-in?code=" + board.code(LI.value())));
        page.locator("main button").click();
        page.navigate(board.address("/rules"));
    }

    private List<Section> sections(ScriptedDesk desk) {
        Register register = new Register();
        Rights rights = new Rights();
        GraveCases cases = new GraveCases();
        Decisions decisions = new Decisions();
        RulesInForce inForce = new RulesInForce();
        Rulebook rulebook = new Rulebook();
        Book book =
                Book.open(
                        new InMemoryBookStore(),
                        () -> Instant.now().plus(later),
                        List.of(register, rights, cases, decisions, inForce, rulebook));
        book.decide(
                Book.CONSOLE,
                _ ->
                        Verdict.write(
                                new RightsEntry.Appointed(LI, Role.COMMITTEE),
                                new RightsEntry.Appointed(WANG, Role.SUPERVISOR)));
        grave = new GraveBook(book, cases, rights);
        Compounds compounds = Compounds.only(Compound.ID);
        authority = new AuthorityBook(book, inForce, decisions, compounds, _ -> {});
        PeopleOffice office = new PeopleOffice(book, register, room.rules, room.names);
        PeoplePages people = new PeoplePages(office, desk, desk);
        try {
            ImportShelf shelf = ImportShelf.open(data.resolve("imports"));
            RulebookDesk rules =
                    new RulebookDesk(
                            book,
                            rulebook,
                            room.rules,
                            authority,
                            grave,
                            new RulebookDesk.Files(shelf, TimesBefore.open(data.resolve("times"))));
            return List.of(people, new RulebookPages(rules, people::news));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
    }

    @Test
    void a_quota_comes_into_force_by_two_persons_and_people_stay_as_they_are() {
        send(new String(Json.write(withQuota()), StandardCharsets.UTF_8));
        assertThat(page.locator("#changes")).containsText("one-out");
        page.locator("#changes button").click();
        assertThat(page.locator(".notice.good")).containsText("等另一个组织的人");
        assertEquals(20, room.newest().version());

        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 1));
        assertEquals(21, room.newest().version());
        assertEquals(3, room.newest().holders().size());
        assertEquals(1, room.newest().households().quotas().size());
        assertEquals("one-out", authority.inForce().getFirst().rule());
        page.navigate(board.address("/rules"));
        assertThat(page.locator(".facts")).containsText("李主任 执行，王监事 监督");
        page.locator("header button[lang=en]").click();
        assertThat(page.locator("[data-compound]")).containsText("1 in 72 hours a household");
    }

    @Test
    void every_fault_of_a_file_is_shown() {
        send("{\"compound\": \"xinghua\", \"version\": 0}");
        assertThat(page.locator("#faults li").first()).containsText("rules.json:");
        assertEquals(20, room.newest().version());
    }

    @Test
    void a_curfew_without_a_decision_is_taken_back_after_72_hours_and_not_begun_again() {
        RuleSet before = room.newest();
        send(new String(Json.write(withNightsClosed()), StandardCharsets.UTF_8));
        assertThat(page.locator("#changes")).containsText("限制居民出入时间");
        assertThat(page.locator("#changes .sign.warn")).containsText("需要议事会通过的决定");
        page.locator("#changes button").click();
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 1));
        assertEquals(withNightsClosed().schedules(), room.newest().schedules());
        assertEquals("curfew", authority.inForce().getFirst().rule());

        later = Duration.ofHours(71);
        authority.tick(Instant.now().plus(later));
        assertEquals(21, room.newest().version());
        later = Duration.ofHours(73);
        authority.tick(Instant.now().plus(later));
        assertEquals(22, room.newest().version());
        assertEquals(before.schedules(), room.newest().schedules());
        assertEquals(before.holders(), room.newest().holders());
        assertEquals(List.of(), authority.inForce());

        page.navigate(board.address("/rules"));
        send(new String(Json.write(withNightsClosed()), StandardCharsets.UTF_8));
        page.locator("#changes button").click();
        assertThat(page.locator(".notice")).containsText("请先在「议事会的决定」页上提出表决");
        assertEquals(22, room.newest().version());
    }

    @Test
    void a_quota_without_a_decision_is_taken_back_after_72_hours() {
        send(new String(Json.write(withQuota()), StandardCharsets.UTF_8));
        page.locator("#changes button").click();
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 1));
        later = Duration.ofHours(73);
        authority.tick(Instant.now().plus(later));
        assertEquals(List.of(), room.newest().households().quotas());
        assertEquals(List.of(), authority.inForce());
    }

    @Test
    void a_curfew_that_a_file_lifts_is_over() {
        RuleSet before = room.newest();
        send(new String(Json.write(withNightsClosed()), StandardCharsets.UTF_8));
        page.locator("#changes button").click();
        grave.confirm(WANG, 1);
        page.navigate(board.address("/rules"));
        send(new String(Json.write(before), StandardCharsets.UTF_8));
        assertThat(page.locator("#changes .sign.warn")).hasCount(0);
        page.locator("#changes button").click();
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 2));
        assertEquals(before.schedules(), room.newest().schedules());
        assertEquals(List.of(), authority.inForce());
    }

    private RuleSet withNightsClosed() {
        RuleSet now = room.newest();
        return new RuleSet(
                now.compound(),
                3,
                now.decided(),
                now.gates(),
                now.specialDays(),
                List.of(
                        new WeeklySchedule(
                                now.schedules().getFirst().id(),
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.values()), 360, 1320)))),
                now.profiles(),
                List.of(),
                List.of(),
                now.places(),
                now.households(),
                now.recognition(),
                now.levels(),
                now.passes());
    }

    private RuleSet withQuota() {
        RuleSet now = room.newest();
        Quota quota =
                new Quota(
                        new QuotaId("one-out"),
                        List.of(PeopleRoom.MAIN_IN),
                        1,
                        72,
                        List.of(),
                        List.of(),
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2031-11-01T00:00:00Z"),
                        new Resolution("议事会", LocalDate.of(2026, 11, 1), "纪要 3"));
        return new RuleSet(
                now.compound(),
                3,
                now.decided(),
                now.gates(),
                now.specialDays(),
                now.schedules(),
                now.profiles(),
                List.of(),
                List.of(),
                now.places(),
                new HouseholdRules(List.of(quota), List.of()),
                now.recognition(),
                now.levels(),
                now.passes());
    }

    private void send(String rules) {
        page.locator("#rules")
                .setInputFiles(
                        new FilePayload(
                                "rules.json",
                                "application/json",
                                rules.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
    }
}
