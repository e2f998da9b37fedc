package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
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
import org.menfang.hub.page.Section;
import org.menfang.hub.people.ImportPages;
import org.menfang.hub.people.ImportShelf;
import org.menfang.hub.people.ManyPages;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.PeoplePages;
import org.menfang.hub.people.Register;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;

/// How the committee takes over a table of people, on a phone.
@Timeout(300)
class ImportPageTest {
    private static final OperatorName LI = new OperatorName("李主任");
    private static final OperatorName WANG = new OperatorName("王监事");

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path data;
    private PeopleRoom room;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private GraveBook grave;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private PeopleOffice office;

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
        page.navigate(board.address("/sign-in?code=" + board.code(LI.value())));
        page.locator("main button").click();
        page.navigate(board.address("/people/import"));
    }

    private List<Section> sections(ScriptedDesk desk) {
        Register register = new Register();
        Rights rights = new Rights();
        GraveCases cases = new GraveCases();
        Book book =
                Book.open(
                        new InMemoryBookStore(),
                        InstantSource.system(),
                        List.of(register, rights, cases));
        book.decide(
                Book.CONSOLE,
                _ ->
                        Verdict.write(
                                new RightsEntry.Appointed(LI, Role.COMMITTEE),
                                new RightsEntry.Appointed(WANG, Role.SUPERVISOR)));
        grave = new GraveBook(book, cases, rights);
        office = new PeopleOffice(book, register, room.rules, room.names);
        try {
            ImportShelf shelf = ImportShelf.open(data.resolve("imports"));
            return List.of(
                    new PeoplePages(office, desk, desk),
                    new ImportPages(office, grave, shelf),
                    new ManyPages(office, grave),
                    new GravePages(grave));
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
    void every_fault_is_named_with_its_line_and_field_and_nothing_is_changed() {
        send("H 9,王芳,1-1-101,\nh-9,,1 1,\n");
        assertThat(page.locator("#faults li")).hasCount(3);
        assertThat(page.locator("#faults")).containsText("people.csv:2:1:");
        assertThat(page.locator("#faults")).containsText("people.csv:3:3:");
        assertEquals(20, room.newest().version());
    }

    @Test
    void a_short_table_is_taken_over_by_one_person_after_a_dry_run() {
        page.locator("header button[lang=en]").click();
        send("h-1,陈秀英,3-2-502,\nh-9,赵六,1-1-102,一号楼\n");
        assertThat(page.locator("#plan dd")).hasText(new String[] {"2", "1", "1", "1"});
        assertEquals(20, room.newest().version());
        page.locator("#plan button").click();
        assertThat(page.locator(".notice.good")).containsText("Taken over");
        assertEquals(21, room.newest().version());
        assertEquals(4, room.newest().holders().size());
        assertEquals(
                "一号楼",
                room.names.all().find(Compound.ID, new HolderId("h-9")).orElseThrow().address());
    }

    @Test
    void a_long_table_waits_for_a_second_person() {
        StringBuilder lines = new StringBuilder();
        for (int n = 100; n < 130; n++) {
            lines.append("h-").append(n).append(",住户,2-1-").append(n).append(",\n");
        }
        send(lines.toString());
        page.locator("#plan button").click();
        assertThat(page.locator(".notice.good")).containsText("等另一个组织的人");
        assertEquals(20, room.newest().version());
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 1));
        assertEquals(33, room.newest().holders().size());
    }

    @Test
    void many_are_blocked_by_two_persons_and_one_alone_reaches_an_end() {
        page.navigate(board.address("/people/many"));
        page.locator("#households").fill("3-2-501 1-1-101");
        page.locator("#choose button").click();
        assertThat(page.locator("#whom li")).hasCount(3);
        assertThat(page.locator("#whom")).containsText("陈秀英");
        page.locator("#reason").fill("核对身份");
        page.locator("#whom button").click();
        assertThat(page.locator("main")).containsText("停用 3 人的全部卡（核对身份）");
        assertEquals(20, room.newest().version());
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 1));
        assertTrue(room.newest().holders().stream().allMatch(Holder::suspended));

        page.navigate(board.address("/people/many"));
        page.locator("header button[lang=en]").click();
        page.locator("#kind").selectOption("RENTER");
        page.locator("#what").selectOption("use");
        page.locator("#choose button").click();
        assertThat(page.locator("#whom li")).hasCount(1);
        page.locator("#reason").fill("checked");
        page.locator("#whom button").click();
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 2));
        assertEquals(2, room.newest().holders().stream().filter(Holder::suspended).count());
    }

    @Test
    void one_person_alone_ends_ten_people_a_day_and_no_more() {
        StringBuilder lines = new StringBuilder();
        for (int n = 100; n < 112; n++) {
            lines.append("h-").append(n).append(",住户,2-1-").append(n).append(",\n");
        }
        send(lines.toString());
        page.locator("#plan button").click();
        assertThat(page.locator(".notice.good")).isVisible();
        for (int n = 100; n < 110; n++) {
            assertInstanceOf(
                    Outcome.Done.class, office.end(LI, Compound.ID, new HolderId("h-" + n)));
        }
        page.navigate(board.address("/people/at/xinghua/h-110"));
        page.locator("#end input[name=sure]").check();
        page.locator("#end button").click();
        assertThat(page.locator(".notice")).containsText("批量停用");
        page.navigate(board.address("/people/at/xinghua/h-1"));
        page.locator("button[value=lost]").click();
        assertThat(page.locator(".notice.good")).containsText("已挂失");
    }

    private void send(String lines) {
        byte[] table = ("holder,name,household,address\n" + lines).getBytes(StandardCharsets.UTF_8);
        page.locator("#table").setInputFiles(new FilePayload("people.csv", "text/csv", table));
        page.locator("form[enctype] button").click();
    }
}
