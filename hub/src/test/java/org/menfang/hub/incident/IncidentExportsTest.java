package org.menfang.hub.incident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.cose.SigningKey;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.cases.TestPictures;
import org.menfang.hub.page.Language;
import org.menfang.hub.print.PdfPrinter;
import org.menfang.hub.print.Press;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.hub.web.PrintTemplates;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;

/// What leaves the hub, read again as somebody else would.
@Timeout(120)
class IncidentExportsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final OperatorName LI = new OperatorName("李大姐");
    private static final OperatorName ZHAO = new OperatorName("赵主任");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir private Path folder;

    private final byte[] gatePicture = TestPictures.halves(320, 240, "jpeg");
    private final byte[] sentPicture = TestPictures.halves(640, 480, "jpeg");
    private final Map<Sha256, byte[]> pictures =
            Map.of(
                    Sha256.of(gatePicture), gatePicture,
                    Sha256.of(sentPicture), sentPicture);
    private final SampleRecords records = new SampleRecords();
    private final EvidenceKey key = new EvidenceKey(SigningKey.make());
    private final Incidents chapter = new Incidents();
    private final Rights rights = new Rights();
    private final GraveCases waiting = new GraveCases();
    private final Book book =
            Book.open(new InMemoryBookStore(), () -> NOW, List.of(chapter, rights, waiting));
    private final IncidentBook incidents = new IncidentBook(book, chapter, ZONE);
    private final GraveBook graves = new GraveBook(book, waiting, rights);
    private IncidentExports exports;

    @BeforeEach
    void open() {
        PrintTemplates templates = new PrintTemplates();
        exports =
                new IncidentExports(
                        incidents,
                        new TimelineReader(records, List.of()),
                        digest -> Optional.ofNullable(pictures.get(digest)),
                        new IncidentPrint(
                                new Press(templates, new PdfPrinter()), templates::text, ZONE),
                        key,
                        folder,
                        () -> NOW);
        exports.registerAt(graves);
        book.decide(
                Book.CONSOLE,
                _ ->
                        Verdict.write(
                                new RightsEntry.Appointed(LI, Role.VOLUNTEER),
                                new RightsEntry.Appointed(ZHAO, Role.COMMITTEE)));
        EventBody raised =
                new EventBody.AlarmRaised(
                        new AlarmId(5),
                        AlarmKind.FORCED_OPEN,
                        AlarmSource.of(new DoorId("north")),
                        "",
                        null);
        records.add(
                8, NOW.minusSeconds(60), TimeTrust.TRUSTED, NOW, raised, Sha256.of(gatePicture));
        incidents.open(
                LI,
                SampleRecords.COMPOUND,
                new IncidentFacts(
                        IncidentCategory.E_BIKE,
                        "车棚",
                        NOW.minusSeconds(600),
                        NOW,
                        List.of(SampleRecords.EAST),
                        "沪公（杨）立字〔2026〕123号",
                        List.of(LI),
                        "少了一辆车 <script>"),
                null);
        incidents.addPicture(LI, 1, Sha256.of(sentPicture), Sha256.of("as the phone had it"));
        incidents.addGatePicture(
                LI,
                1,
                new Incident.Taken(SampleRecords.EAST, 8, Sha256.of("{\"seq\":8}")),
                Sha256.of(gatePicture));
    }

    private byte[] exported() {
        graves.propose(LI, new ExportIncident(1, Language.ZH));
        assertInstanceOf(Outcome.Done.class, graves.confirm(ZHAO, 1));
        Incident incident = incidents.find(1).orElseThrow();
        return exports.take(LI, incident, incident.copies().getFirst().archive()).orElseThrow();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in =
                new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    @Test
    void every_file_has_the_digest_that_the_manifest_names_and_the_manifest_is_signed()
            throws IOException, GeneralSecurityException {
        Map<String, byte[]> files = unzipped(exported());
        byte[] manifest = file(files, "manifest.json");
        JsonTree tree = Json.parse(manifest).orThrow();
        Set<String> named = new HashSet<>();
        EvidenceArchive.Manifest read = tree.as(EvidenceArchive.Manifest.class).orThrow();
        for (EvidenceArchive.FileLine line : read.files()) {
            byte[] bytes = file(files, line.name());
            assertEquals(line.sha256(), Sha256.of(bytes), line.name());
            assertEquals(line.bytes(), bytes.length);
            named.add(line.name());
        }
        Set<String> others = Set.of("README.txt", "manifest.json", "manifest.sig", "hub-key.pem");
        Set<String> all = new HashSet<>(named);
        all.addAll(others);
        assertEquals(all, files.keySet());
        assertEquals(5, named.size());
        assertEquals(LI, read.executed());
        assertEquals(ZHAO, read.checked());
        assertTrue(read.logHead().seq() > 0);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key.key().verifying().key());
        signature.update(manifest);
        assertTrue(signature.verify(file(files, "manifest.sig")));
    }

    @Test
    void pictures_records_and_all_that_was_said_are_inside() throws IOException {
        incidents.amend(
                LI,
                1,
                new IncidentFacts(
                        IncidentCategory.WHEEL,
                        "车棚",
                        NOW.minusSeconds(600),
                        NOW,
                        List.of(SampleRecords.EAST),
                        "",
                        List.of(),
                        "只少了车轮"),
                "看清楚了");
        Map<String, byte[]> files = unzipped(exported());
        assertArrayEquals(gatePicture, file(files, "pictures/" + Sha256.of(gatePicture) + ".jpg"));
        assertArrayEquals(sentPicture, file(files, "pictures/" + Sha256.of(sentPicture) + ".jpg"));
        String said = new String(file(files, "incident.json"), StandardCharsets.UTF_8);
        assertTrue(said.contains("只少了车轮") && said.contains("少了一辆车"), said);
        IncidentExports.FrozenTimeline timeline =
                Json.parse(file(files, "timeline.json"))
                        .orThrow()
                        .as(IncidentExports.FrozenTimeline.class)
                        .orThrow();
        IncidentExports.Frozen line = timeline.items().getFirst();
        assertEquals("警报：门被强行打开", line.says());
        assertEquals(Sha256.of(String.valueOf(line.text())), line.hash());
        try (PDDocument pdf = Loader.loadPDF(file(files, "incident.pdf"))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertTrue(text.contains("只少了车轮"), text);
            assertTrue(text.contains("警报：门被强行打开"), text);
            assertTrue(text.contains(Sha256.of(gatePicture).value()), text);
        }
    }

    @Test
    void one_person_alone_or_two_of_one_body_get_nothing() {
        graves.propose(LI, new ExportIncident(1, Language.ZH));
        assertInstanceOf(Outcome.Refused.class, graves.confirm(LI, 1));
        OperatorName other = new OperatorName("王师傅");
        book.decide(
                Book.CONSOLE,
                _ -> Verdict.write(new RightsEntry.Appointed(other, Role.SHIFT_LEADER)));
        assertInstanceOf(Outcome.Refused.class, graves.confirm(other, 1));
        assertEquals(List.of(), incidents.find(1).orElseThrow().copies());
    }

    @Test
    void a_copy_lies_for_this_program_alone_and_who_took_it_is_written_down() throws IOException {
        exported();
        Path file;
        try (var all = Files.list(folder)) {
            file = all.findFirst().orElseThrow();
        }
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                List.of(LookKind.DOWNLOADED, LookKind.EXPORTED),
                incidents.looks(1).stream().map(Look::kind).toList());
        Incident incident = incidents.find(1).orElseThrow();
        assertFalse(exports.take(LI, incident, Sha256.of("another")).isPresent());
    }

    @Test
    void an_incident_that_is_not_there_is_not_exported() {
        graves.propose(LI, new ExportIncident(9, Language.EN));
        assertEquals(
                new Outcome.Refused("refused.cases.no-such-incident"), graves.confirm(ZHAO, 1));
    }
}
