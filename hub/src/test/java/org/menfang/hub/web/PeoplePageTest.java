package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
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
import org.menfang.hub.page.Section;
import org.menfang.hub.people.DevicePages;
import org.menfang.hub.people.EnrolPages;
import org.menfang.hub.people.PeopleOffice;
import org.menfang.hub.people.PeoplePages;
import org.menfang.hub.people.Register;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;
import org.menfang.wire.EventBody;

/// How the committee keeps people and cards, on a phone.
@Timeout(300)
class PeoplePageTest {
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path data;
    private PeopleRoom room;
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
        board.desk.showGates(board.compound.east(), board.compound.westAway());
        page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.navigate(board.address("/sign-in?code=" + board.code("李主任")));
        page.locator("main button").click();
    }

    private List<Section> sections(ScriptedDesk desk) {
        Register register = new Register();
        Book book = Book.open(new InMemoryBookStore(), InstantSource.system(), List.of(register));
        PeopleOffice office = new PeopleOffice(book, register, room.rules, room.names);
        return List.of(
                new PeoplePages(office, desk, desk),
                new EnrolPages(office, desk),
                new DevicePages(desk::board));
    }

    @AfterEach
    void close() {
        page.context().close();
        board.close();
    }

    @Test
    void a_lost_card_is_one_tap_and_the_page_says_which_gates_know() {
        page.navigate(board.address("/people?q=陈"));
        page.locator(".person").click();
        assertThat(page.locator("#cards")).containsText("1A2B");
        page.locator("button[value=lost]").click();
        assertThat(page.locator(".notice.good")).containsText("已挂失");
        assertThat(page.locator("#cards .sign")).containsText("已挂失");
        assertEquals(21, room.newest().version());
        assertEquals(CredentialStatus.LOST, card(PeopleRoom.CHEN_CARD).status());
        Locator news = page.locator("#news li");
        assertThat(news.filter(with("东大门"))).containsText("等待大门确认");
        assertThat(news.filter(with("西大门"))).containsText("还不知道这个变化");

        board.desk.log(board.compound.logged(1, new EventBody.RulesApplied(21, 1), null, ""));
        page.locator("header button[lang=en]").click();
        assertThat(news.filter(with("东大门"))).containsText("has it since");
        assertThat(news.filter(with("西大门"))).containsText("does not have it");
    }

    @Test
    void a_card_is_given_at_a_reader_and_a_known_one_never() {
        page.navigate(board.address("/people/enrol?for=h-2"));
        page.locator("main .primary").click();
        assertThat(page.locator("[data-state=waiting]")).containsText("main-in");
        tap(1, "wiegand-26:07:BEEF");
        assertThat(page.locator("[data-state=read]")).containsText("BEEF");
        assertThat(page.locator("[data-state=read]")).containsText("复制");
        page.locator("button[name=holder]").filter(with("李强")).click();
        assertThat(page.locator(".notice.good")).containsText("卡已发");
        assertThat(page.locator("#cards")).containsText("BEEF");
        assertEquals(
                new HolderId("h-2"), card(new CredentialIdentifier("wiegand-26:07:BEEF")).holder());

        page.navigate(board.address("/people/enrol"));
        page.locator("main .primary").click();
        tap(2, PeopleRoom.CHEN_CARD.value());
        assertThat(page.locator("[data-state=known]")).containsText("h-1");
        assertEquals(21, room.newest().version());
    }

    @Test
    void somebody_is_added_changed_and_ended() {
        page.navigate(board.address("/people"));
        page.locator("header button[lang=en]").click();
        page.locator("a[href^='/people/new']").click();
        page.locator("#name").fill("赵奶奶");
        page.locator("#household").fill("2-1-302");
        page.locator("input[name=profile]").check();
        page.locator("input[name=extended]").check();
        page.locator("main .primary").click();
        assertThat(page.locator(".notice.good")).containsText("Added");
        Holder added = room.newest().holders().getLast();
        assertTrue(added.extendedTimes());
        assertThat(page.locator(".who")).containsText("赵奶奶");

        page.locator("#help-choice").selectOption("HOLD_DOOR");
        page.locator("#help button").click();
        assertThat(page.locator("#help-choice")).hasValue("HOLD_DOOR");

        page.locator("#end input[name=sure]").check();
        page.locator("#end button").click();
        assertThat(page.locator(".notice.good")).containsText("Ended");
        assertEquals(3, room.newest().holders().size());
    }

    @Test
    void devices_are_listed_with_what_they_do_and_how_old_that_is() {
        page.navigate(board.address("/people"));
        page.locator("a[href^='/people/devices']").click();
        Locator lamp = page.locator("[data-device=lamp-1]").first();
        assertThat(lamp).containsText("一号路灯");
        assertThat(lamp).containsText("亮着");
        assertThat(page.locator("main")).containsText("东门摄像头");
        page.locator("header button[lang=en]").click();
        assertThat(page.locator("main")).containsText("✕ away");
        assertThat(lamp).containsText("Burning");
    }

    @Test
    void a_tenancy_ends_all_cards_by_itself() {
        page.navigate(board.address("/people/at/xinghua/h-3"));
        page.locator("#until").fill("2031-05-31");
        page.locator("#tenancy button").click();
        assertThat(page.locator("#until")).hasValue("2031-05-31");
        assertThat(page.locator(".notice.good")).containsText("租期已保存");
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void tap(long number, String card) {
        EventBody body =
                Compound.denied(DenyReason.UNKNOWN_CREDENTIAL, new CredentialIdentifier(card));
        board.desk.log(board.compound.logged(number, body, null, "东门行人门"));
    }

    private Credential card(CredentialIdentifier identifier) {
        return room.newest().credentials().stream()
                .filter(each -> each.identifier().equals(identifier))
                .findFirst()
                .orElseThrow();
    }
}
