package org.menfang.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.cose.SigningKey;
import org.menfang.hub.board.Board;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.cases.CasePicturePages;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.cases.TestPictures;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.incident.EvidenceKey;
import org.menfang.hub.incident.Incident;
import org.menfang.hub.incident.IncidentBook;
import org.menfang.hub.incident.IncidentChoices;
import org.menfang.hub.incident.IncidentExports;
import org.menfang.hub.incident.IncidentPage;
import org.menfang.hub.incident.IncidentPages;
import org.menfang.hub.incident.IncidentPrint;
import org.menfang.hub.incident.Incidents;
import org.menfang.hub.incident.SampleRecords;
import org.menfang.hub.incident.TimelineReader;
import org.menfang.hub.print.PdfPrinter;
import org.menfang.hub.print.Press;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.GravePages;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;

/// An incident from the alarm to the copy for the police, on a phone.
@Timeout(300)
class IncidentPageTest {
    private static final OperatorName LI = new OperatorName("李大姐");
    private static final OperatorName ZHAO = new OperatorName("赵主任");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    private static Chromium chromium;

    @TempDir private Path folder;

    private final Clock clock = Clock.systemUTC();
    private final Incidents chapter = new Incidents();
    private final Rights rights = new Rights();
    private final GraveCases waiting = new GraveCases();
    private final Book book =
            Book.open(new InMemoryBookStore(), clock, List.of(chapter, rights, waiting));
    private final IncidentBook incidents = new IncidentBook(book, chapter, ZONE);
    private final GraveBook graves = new GraveBook(book, waiting, rights);
    private final SampleRecords records = new SampleRecords();

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
        book.decide(
                Book.CONSOLE,
                _ ->
                        Verdict.write(
                                new RightsEntry.Appointed(LI, Role.VOLUNTEER),
                                new RightsEntry.Appointed(ZHAO, Role.COMMITTEE)));
        byte[] jpeg = TestPictures.halves(320, 240, "jpeg");
        Sha256 picture = Sha256.of(jpeg);
        Instant at = clock.instant().minusSeconds(60);
        records.add(
                41, at, TimeTrust.TRUSTED, at, Compound.raised(7, AlarmKind.FORCED_OPEN), picture);
        CasePictures pictures = new CasePictures(PictureShelf.open(folder.resolve("cases"), 0));
        TimelineReader timelines = new TimelineReader(records, List.of());
        PrintTemplates templates = new PrintTemplates();
        IncidentExports exports =
                new IncidentExports(
                        incidents,
                        timelines,
                        digest ->
                                digest.equals(picture) ? Optional.of(jpeg) : pictures.read(digest),
                        new IncidentPrint(
                                new Press(templates, new PdfPrinter()), templates::text, ZONE),
                        new EvidenceKey(SigningKey.make()),
                        folder,
                        clock);
        exports.registerAt(graves);
        Compound compound = new Compound(clock);
        Board seen =
                new Board(
                        1,
                        clock.instant(),
                        List.of(compound.forced(7, picture)),
                        List.of(compound.east()));
        board =
                new TestBoard(
                        8,
                        new IncidentPages(
                                incidents,
                                new IncidentChoices(() -> seen, records, () -> List.of(LI, ZHAO))),
                        new IncidentPage(incidents, timelines, records, pictures, exports, graves),
                        new CasePicturePages(pictures),
                        new GravePages(graves));
        board.addPicture(folder, jpeg);
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Page phone(OperatorName who) {
        Page page = chromium.open(Chromium.PHONE, ColorScheme.LIGHT);
        page.navigate(board.address("/sign-in?code=" + board.code(who.value())));
        page.locator("main button").click();
        return page;
    }

    private static void press(Page page, String button) {
        page.locator("main button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .click();
    }

    @Test
    void an_alarm_becomes_an_incident_and_leaves_the_hub_only_with_a_second_person() {
        Page li = phone(LI);
        li.navigate(board.address("/incidents/new?alarm=xinghua/east/gate/7"));
        assertThat(li.locator("#category")).hasValue("IRON_DOOR");
        assertThat(li.locator("#place")).hasValue("北门");
        assertThat(li.locator("input[name='gate']")).isChecked();
        Looks.check(li, "the form");
        li.locator("#text").fill("北门被撬，少了一辆电动车。");
        li.locator("#police").fill("接报回执 2026-1122");
        press(li, "记下来");
        assertThat(li.locator(".notice.good")).containsText("事件已记下");
        assertThat(li.locator(".alarm-line")).containsText("警报：门被强行打开");
        press(li, "作为证据保留");
        assertThat(li.locator(".case-picture img")).hasCount(1);
        li.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "lock.png", "image/png", TestPictures.halves(300, 200, "png")));
        press(li, "加照片");
        assertThat(li.locator(".case-picture img")).hasCount(2);
        Looks.check(li, "the incident");
        amend(li);
        press(li, "申请导出");
        assertThat(li.locator(".notice.good")).containsText("等另一个组织的人确认");
        assertThat(li.getByText("下载 ZIP")).hasCount(0);
        alone(li);
        confirmed();
        li.navigate(board.address("/incidents/1"));
        assertThat(li.getByText("下载 ZIP")).hasCount(1);
        Looks.check(li, "the incident with a copy");
        takes();
    }

    private static void amend(Page li) {
        li.getByText("更正或补全").click();
        li.locator("#category").selectOption("E_BIKE");
        li.locator("#why").fill("看过现场");
        Looks.check(li, "the amendment");
        press(li, "保存更正");
        assertThat(li.locator(".notice.good")).containsText("原来的内容还在");
        assertThat(li.locator("#facts")).containsText("电动车");
        li.locator("summary").getByText("更正前的内容").click();
        assertThat(li.locator(".older")).containsText("铁门");
    }

    /// Whoever proposed it cannot confirm it, by no button and by no address.
    private void alone(Page li) {
        li.navigate(board.address("/two-persons"));
        assertThat(li.locator("#act-1")).containsText("导出第 1 号事件的证据包");
        assertThat(li.locator("form[action='/two-persons/1/confirm']")).hasCount(0);
        try (Visitor self = Visitor.signedIn(board, LI.value())) {
            self.form("/two-persons/1/confirm", Map.of("csrf", self.csrf()));
        }
        assertEquals(List.of(), incidents.find(1).orElseThrow().copies());
    }

    private void confirmed() {
        Page zhao = phone(ZHAO);
        zhao.navigate(board.address("/two-persons"));
        zhao.locator("form[action='/two-persons/1/confirm'] button").click();
        assertThat(zhao.locator(".notice.good")).isVisible();
        Incident.Copy copy = incidents.find(1).orElseThrow().copies().getFirst();
        assertEquals(LI, copy.executed());
        assertEquals(ZHAO, copy.checked());
    }

    private void takes() {
        String path =
                "/incidents/1/copies/"
                        + incidents.find(1).orElseThrow().copies().getFirst().archive();
        try (Visitor self = Visitor.signedIn(board, LI.value())) {
            HttpResponse<String> zip = self.get(path + "/zip");
            assertEquals(200, zip.statusCode());
            assertEquals(
                    "attachment; filename=\"incident-1.zip\"",
                    zip.headers().firstValue("Content-Disposition").orElse(""));
            assertTrue(self.get(path + "/pdf").body().startsWith("%PDF-"));
            assertEquals(404, self.get(path + "/exe").statusCode());
        }
        board.limit("别的志愿者", Role.VOLUNTEER);
        try (Visitor other = Visitor.signedIn(board, "别的志愿者")) {
            assertEquals(403, other.get(path + "/zip").statusCode());
        }
    }

    @Test
    void an_alarm_that_is_over_fills_the_form_from_the_records_of_its_gate() {
        records.add(50, clock.instant(), Compound.raised(9, AlarmKind.LAMP_LINE_CUT));
        try (Visitor li = Visitor.signedIn(board, LI.value())) {
            String form = li.get("/incidents/new?alarm=xinghua/east/gate/9").body();
            assertTrue(form.contains("value=\"WIRE\" selected"), form);
            assertTrue(form.contains("name=\"alarm\" value=\"xinghua/east/gate/9\""), form);
            String other = li.get("/incidents/new?alarm=xinghua/east/gate/10").body();
            assertTrue(other.contains("name=\"alarm\" value=\"\""), other);
            assertEquals(200, li.get("/incidents/new?alarm=%2F%2F..%2F%3Cx%3E").statusCode());
        }
    }

    @Test
    void an_address_that_somebody_made_up_adds_no_evidence() {
        try (Visitor li = Visitor.signedIn(board, LI.value())) {
            HttpResponse<String> made =
                    li.form(
                            "/incidents/new",
                            Map.of(
                                    "csrf", li.csrf(),
                                    "compound", "xinghua",
                                    "category", "NOISE",
                                    "place", "院里",
                                    "from", "2026-01-01T00:00",
                                    "to", "2026-01-01T01:00",
                                    "gate", "east",
                                    "text", "吵闹"));
            assertEquals(303, made.statusCode(), made.body());
            for (String seq : List.of("41", "99", "x", "-1", "99999999999999999999")) {
                HttpResponse<String> answer =
                        li.form(
                                "/incidents/1/evidence",
                                Map.of("csrf", li.csrf(), "gate", "east", "seq", seq));
                assertEquals(422, answer.statusCode(), seq);
            }
            assertEquals(404, li.get("/incidents/7").statusCode());
            HttpResponse<String> bad =
                    li.form(
                            "/incidents/new",
                            Map.of("csrf", li.csrf(), "compound", "xinghua", "text", "打了<b>字"));
            assertEquals(422, bad.statusCode());
            assertTrue(bad.body().contains("打了&lt;b&gt;字"), bad.body());
        }
        assertEquals(List.of(), incidents.find(1).orElseThrow().pictures());
    }
}
