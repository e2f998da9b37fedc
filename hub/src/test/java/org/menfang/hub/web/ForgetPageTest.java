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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.page.Section;
import org.menfang.hub.people.CareWatch;
import org.menfang.hub.people.Cared;
import org.menfang.hub.people.ForgetPages;
import org.menfang.hub.people.Forgetting;
import org.menfang.hub.people.ImportShelf;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.PeoplePages;
import org.menfang.hub.people.Person;
import org.menfang.hub.people.PicturesOfPeople;
import org.menfang.hub.people.Register;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;

/// How people are forgotten, on a phone, and what is left of them.
@Timeout(300)
class ForgetPageTest {
    private static final OperatorName LI = new OperatorName("李主任");
    private static final OperatorName ZHOU = new OperatorName("周委员");
    private static final OperatorName WANG = new OperatorName("王监事");
    private static final HolderId CHEN = new HolderId("h-1");
    private static final Sha256 PICTURE = Sha256.of(new byte[] {1});
    private static final Sha256 HELD = Sha256.of(new byte[] {2});

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path data;
    private final InMemoryBookStore store = new InMemoryBookStore();
    private final List<Sha256> deleted = new ArrayList<>();
    private final Register register = new Register();
    private PeopleRoom room;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private GraveBook grave;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private Forgetting forgetting;

    @SuppressWarnings("NullAway.Init") // Set while the board begins.
    private ImportShelf shelf;

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
    }

    private static List<Chapter> chapters(Register register, Rights rights, GraveCases cases) {
        return List.of(register, rights, cases, new Cared());
    }

    private List<Section> sections(ScriptedDesk desk) {
        Rights rights = new Rights();
        GraveCases cases = new GraveCases();
        Cared cared = new Cared();
        Book book =
                Book.open(store, InstantSource.system(), List.of(register, rights, cases, cared));
        book.decide(
                Book.CONSOLE,
                _ ->
                        Verdict.write(
                                new RightsEntry.Appointed(LI, Role.COMMITTEE),
                                new RightsEntry.Appointed(ZHOU, Role.COMMITTEE),
                                new RightsEntry.Appointed(WANG, Role.SUPERVISOR)));
        grave = new GraveBook(book, cases, rights);
        office = new PeopleOffice(book, register, room.rules, room.names);
        try {
            shelf = ImportShelf.open(data.resolve("imports"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forgetting =
                new Forgetting(
                        book,
                        register,
                        office,
                        grave,
                        new Forgetting.Places(
                                room.names,
                                shelf,
                                new CareWatch(book, cared, desk::board, desk, _ -> {}),
                                new PicturesOfPeople(desk, deleted::add, () -> Set.of(HELD)),
                                (_, _, _) -> new Outcome.Done(List.of())));
        return List.of(
                new PeoplePages(office, desk, desk),
                new ForgetPages(office, forgetting),
                new GravePages(grave));
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
    }

    @Test
    void somebody_is_forgotten_by_two_persons_of_two_bodies_and_the_log_still_holds()
            throws IOException {
        shelf.put("holder,name,household,address\nh-1,陈秀英,,\n".getBytes(StandardCharsets.UTF_8));
        board.desk.log(picture(1, PICTURE));
        board.desk.log(picture(2, HELD));
        page.navigate(board.address("/people/at/xinghua/h-1"));
        page.locator("a[href^='/people/forget']").click();
        assertThat(page.locator("#number")).hasValue("h-1");
        page.locator("#reason").selectOption("ASKED");
        page.locator("#forget button").click();
        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("main")).containsText("遗忘 h-1");
        assertTrue(room.names.all().find(Compound.ID, CHEN).isPresent());

        assertEquals(new Outcome.Refused("refused.rights.same-body"), grave.confirm(ZHOU, 1));
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 1));

        assertTrue(room.names.all().find(Compound.ID, CHEN).isEmpty());
        assertTrue(room.newest().holders().stream().noneMatch(each -> each.id().equals(CHEN)));
        assertEquals(List.of(PICTURE), deleted);
        assertTrue(
                shelf.find(
                                Sha256.of(
                                        "holder,name,household,address\nh-1,陈秀英,,\n"
                                                .getBytes(StandardCharsets.UTF_8)))
                        .isEmpty());
        store.replay(line -> assertFalse(line.text().contains("陈秀英"), line.text()));

        // The chain holds, and whoever reads it anew knows the same.
        Register again = new Register();
        Book.open(store, InstantSource.system(), chapters(again, new Rights(), new GraveCases()));
        assertEquals(Set.of(), again.namingTexts());
        assertEquals(
                new Outcome.Refused("refused.people.forgotten"),
                office.change(
                        LI,
                        Compound.ID,
                        new Holder(CHEN, HolderKind.RESIDENT, null, List.of(), false, false),
                        new PeopleOffice.Called("陈秀英", "")));
    }

    @Test
    void a_name_that_comes_back_goes_again_and_other_compounds_keep_theirs() {
        page.navigate(board.address("/people/forget"));
        assertThat(page.locator("#forget .choice")).hasCount(0);
        page.locator("#number").fill("h-99");
        page.locator("#forget button").click();
        assertThat(page.locator(".notice")).containsText("核对编号");
        page.locator("#number").fill("h-2");
        page.locator("#forget button").click();
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 1));

        HolderId two = new HolderId("h-2");
        room.names.keep(List.of(new Person(null, two, "李强", "", "")));
        forgetting.tick(Instant.now());
        assertTrue(room.names.all().find(Compound.ID, two).isEmpty());
        forgetting.tick(Instant.now().plus(Duration.ofHours(1)));
        List<String> lines = new ArrayList<>();
        store.replay(line -> lines.add(line.text()));
        assertEquals(
                1, lines.stream().filter(line -> line.contains("people.forgotten-again")).count());
    }

    @Test
    void those_who_have_left_are_listed_and_a_text_with_the_name_is_known() {
        office.end(LI, Compound.ID, new HolderId("h-3"));
        page.navigate(board.address("/people/forget"));
        assertThat(page.locator("#forget .choice")).containsText("王芳");
        page.locator("#forget .choice input").check();
        page.locator("#forget button").click();
        // Somebody types the name where none is asked for.
        assertInstanceOf(Outcome.Done.class, grave.refuse(WANG, 1, "王芳还要用"));
        page.navigate(board.address("/people/forget"));
        page.locator("header button[lang=en]").click();
        page.locator("#forget .choice input").check();
        page.locator("#forget button").click();
        assertInstanceOf(Outcome.Done.class, grave.confirm(WANG, 2));
        assertEquals(
                Set.of(Sha256.of("王芳还要用".getBytes(StandardCharsets.UTF_8))),
                register.namingTexts());
        page.navigate(board.address("/people/forget"));
        assertThat(page.locator("#forget")).containsText("Nobody who has left");
    }

    private LoggedEvent picture(long number, Sha256 digest) {
        var logged = board.compound.logged(number, granted(), "陈秀英", "东门行人门");
        return new LoggedEvent(
                logged.number(),
                logged.heardAt(),
                logged.event(),
                logged.who(),
                logged.where(),
                digest);
    }

    private static EventBody granted() {
        return Compound.granted(CHEN.value());
    }
}
