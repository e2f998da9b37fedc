package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.menfang.hub.notify.Notice;
import org.menfang.hub.page.Section;
import org.menfang.hub.people.CarePages;
import org.menfang.hub.people.CareWatch;
import org.menfang.hub.people.Cared;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.Register;
import org.menfang.vocabulary.OperatorName;

/// How somebody who lives alone is looked after, on a phone.
@Timeout(300)
class CarePageTest {
    private static final OperatorName NEIGHBOUR = new OperatorName("小赵");

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path data;
    private final List<Notice> told = new ArrayList<>();
    private Duration later = Duration.ZERO;
    private PeopleRoom room;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private CareWatch care;

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
        board.desk.showGates(board.compound.east());
        page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
    }

    private List<Section> sections(ScriptedDesk desk) {
        Register register = new Register();
        Cared cared = new Cared();
        Book book =
                Book.open(
                        new InMemoryBookStore(),
                        () -> Instant.now().plus(later),
                        List.of(register, cared));
        PeopleOffice office = new PeopleOffice(book, register, room.rules, room.names);
        care = new CareWatch(book, cared, desk::board, desk, told::add);
        return List.of(new CarePages(office, care));
    }

    private void signIn(String name) {
        page.context().clearCookies();
        page.navigate(board.address("/sign-in?code=" + board.code(name)));
        page.locator("main button").click();
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
    }

    @Test
    void a_neighbour_is_told_of_somebody_who_was_not_seen_for_48_hours_and_without_a_name() {
        signIn("李主任");
        page.navigate(board.address("/people/care"));
        page.locator("input[name=holder]").fill("h-1");
        page.locator("input[name=neighbour]").fill(NEIGHBOUR.value());
        page.locator("input[name=consent]").check();
        page.locator("form[action='/people/care'] button").click();
        assertThat(page.locator("main")).containsText("陈秀英");
        assertThat(page.locator("main")).containsText("最近一个月没有进出记录");

        after(Duration.ofHours(47));
        assertEquals(List.of(), told);
        after(Duration.ofHours(49));
        assertEquals(1, told.size());
        assertEquals(List.of(NEIGHBOUR), told.getFirst().to());
        assertFalse(told.getFirst().zh().contains("陈秀英"), told.getFirst().zh());

        signIn(NEIGHBOUR.value());
        page.navigate(board.address("/care"));
        assertThat(page.locator("main")).containsText("陈秀英");
        page.locator("header button[lang=en]").click();
        assertThat(page.locator("main")).containsText("the neighbour was told");
    }

    private void after(Duration time) {
        later = time;
        care.tick(Instant.now().plus(time));
    }

    @Test
    void nobody_is_looked_after_without_consent_and_a_pause_is_shown() {
        signIn("李主任");
        page.navigate(board.address("/people/care"));
        page.locator("input[name=holder]").fill("h-1");
        page.locator("input[name=neighbour]").fill(NEIGHBOUR.value());
        page.evaluate("document.querySelectorAll('[required]').forEach(e => e.required = false)");
        page.locator("form[action='/people/care'] button").click();
        assertThat(page.locator(".notice")).isVisible();
        assertEquals(0, page.locator("input[name=until]").count());

        page.locator("input[name=holder]").fill("h-1");
        page.locator("input[name=neighbour]").fill(NEIGHBOUR.value());
        page.locator("input[name=consent]").check();
        page.locator("form[action='/people/care'] button").click();
        page.locator("input[name=until]").fill("2031-05-31");
        page.locator("form[action='/people/care/pause'] button").click();
        assertThat(page.locator("main")).containsText("暂停到");
        page.locator("form[action='/people/care/end'] button").click();
        assertThat(page.locator("main")).not().containsText("陈秀英");
    }
}
