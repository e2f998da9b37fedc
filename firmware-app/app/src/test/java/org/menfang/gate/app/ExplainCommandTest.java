package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.gate.Input;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.local.JournalRecords;
import org.menfang.gate.local.LocalAnswers;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.JournalBeginning;
import org.menfang.gate.sqlite.JournalLimits;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.Grounds;

/// Recorded decisions and why they came out as they did.
@Timeout(120)
class ExplainCommandTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");
    private static final CompoundId COMPOUND = new CompoundId("heping-nong");
    private static final GateId GATE = new GateId("lane");

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final BlockingQueue<Input> inbox = new LinkedBlockingQueue<>();
    private Path data = Path.of("");

    @BeforeEach
    void aGateThatHasRun() throws Exception {
        data = folder.resolve("data");
        Path rules = folder.resolve("rules.json");
        Files.writeString(
                rules,
                """
                {"compound": "heping-nong", "version": 3,
                 "schedules": [{"id": "night", "periods": [
                   {"days": ["SUNDAY"], "fromMinute": 0, "untilMinute": 300}]}],
                 "profiles": [{"id": "cleaners", "policies": [
                   {"accessPoint": "lane-in", "schedule": "night"}]}],
                 "holders": [{"id": "h1", "kind": "VOLUNTEER", "profiles": ["cleaners"],
                   "suspended": false, "extendedTimes": false}],
                 "credentials": [{"identifier": "wiegand-26:01:0001", "holder": "h1",
                   "status": "ACTIVE"}]}\
                """);
        assertEquals(
                0,
                Main.run(
                        new String[] {
                            "import", "--rules", rules.toString(), "--data", data.toString()
                        },
                        new PrintWriter(out, true),
                        new PrintWriter(err, true)),
                () -> out + "" + err);
        Files.copy(LANE, data.resolve("last-good-site.yaml"));
    }

    @Test
    void a_stopped_gate_says_rule_by_rule_why_somebody_was_denied() throws Exception {
        journal(denied(DenyReason.NOT_PERMITTED_NOW, 3)).close();
        assertEquals(0, run("1", "en"), err::toString);
        assertTrue(out.toString().contains("lane/events/1"), out::toString);
        assertTrue(out.toString().contains("+ right to pass here: "), out::toString);
        assertTrue(out.toString().contains("x right to pass now: against it: "), out::toString);
        assertTrue(out.toString().contains("kind of holder: volunteer"), out::toString);
        assertTrue(
                out.toString().contains("time in the compound: 2026-11-22 16:00:00"),
                out::toString);
        assertTrue(out.toString().contains("decided by: right to pass now"), out::toString);
        assertTrue(out.toString().contains("as it was recorded"), out::toString);
    }

    @Test
    void the_same_in_chinese_and_by_the_name_on_the_wire() throws Exception {
        journal(denied(DenyReason.NOT_PERMITTED_NOW, 3)).close();
        assertEquals(0, run("lane/events/1", "zh"), err::toString);
        assertTrue(out.toString().contains("拒绝——无权在这个时间走"), out::toString);
        assertTrue(out.toString().contains("哪类人：志愿者"), out::toString);
    }

    @Test
    void a_running_gate_is_asked_on_its_socket() throws Exception {
        try (DataFolder _ = DataFolder.take(data);
                SqliteJournal journal = journal(denied(DenyReason.NOT_PERMITTED_NOW, 3));
                LocalAnswers _ =
                        LocalAnswers.start(
                                DataFolder.socket(data),
                                new JournalRecords(journal, journal.rules(), journal.heldFile()),
                                ReaderInstalls.NONE)) {
            assertEquals(0, run("1", "en"), err::toString);
            assertTrue(out.toString().contains("x right to pass now"), out::toString);
            assertEquals(69, run("2", "en"));
        }
    }

    @Test
    void a_record_that_the_rules_contradict_is_said_so() throws Exception {
        journal(denied(DenyReason.LOST, 3)).close();
        assertEquals(70, run("1", "en"), err::toString);
        assertTrue(out.toString().contains("COMES OUT OTHERWISE"), out::toString);
    }

    @Test
    void before_any_rules_nobody_was_known() throws Exception {
        journal(denied(DenyReason.UNKNOWN_CREDENTIAL, 0)).close();
        assertEquals(0, run("1", "en"), () -> out + "" + err);
    }

    @Test
    void rules_that_are_not_kept_explain_nothing() throws Exception {
        journal(denied(DenyReason.LOST, 2)).close();
        assertEquals(69, run("1", "en"));
        assertTrue(err.toString().contains("version 2 are not kept"), err::toString);
    }

    @Test
    void what_is_no_decision_has_nothing_to_explain() throws Exception {
        journal(new EventBody.DoorOpened(new DoorId("lane-gate"))).close();
        assertEquals(69, run("1", "en"));
        assertEquals(69, run("other/events/1", "en"));
        assertEquals(69, run("5", "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "lane/alarms/1", "lane/events/", "a b/events/1", "1e3"})
    void what_names_no_event_is_wrong_use(String event) {
        assertEquals(64, run(event, "en"));
    }

    @Test
    void where_no_gate_has_run_nothing_is_made() throws IOException {
        data = folder.resolve("nowhere");
        assertEquals(69, run("1", "en"));
        assertTrue(Files.notExists(data));
        try (Stream<Path> left = Files.list(folder.resolve("data").resolve("tmp"))) {
            assertEquals(0, left.count());
        }
    }

    private static EventBody denied(DenyReason reason, long rulesVersion) {
        return new EventBody.AccessDenied(
                new AccessPointId("lane-in"),
                new DoorId("lane-gate"),
                reason,
                new CredentialIdentifier("wiegand-26:01:0001"),
                rulesVersion == 0 ? null : new HolderId("h1"),
                grounds(rulesVersion),
                null);
    }

    private static Grounds grounds(long rulesVersion) {
        return new Grounds(
                rulesVersion,
                LocalDateTime.parse("2026-11-22T16:00:00"),
                Instant.parse("2026-11-22T08:00:00Z"),
                rulesVersion == 0 ? null : CredentialClass.PLAIN_NUMBER,
                null,
                null,
                null,
                null,
                DoorMode.LOCKED,
                SiteLevel.NORMAL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// A journal with one event in it.
    private SqliteJournal journal(EventBody body) throws InterruptedException {
        GateDatabase database =
                assertInstanceOf(DatabaseOpening.Opened.class, GateDatabase.open(data)).database();
        SqliteJournal journal =
                assertInstanceOf(
                                JournalBeginning.Begun.class,
                                SqliteJournal.begin(
                                        database,
                                        COMPOUND,
                                        GATE,
                                        text -> "signed",
                                        JournalLimits.STANDARD,
                                        inbox::add))
                        .journal();
        EventPosition first = new EventPosition(EventStream.EVENTS, 1);
        journal.append(
                new Event(
                        COMPOUND,
                        GATE,
                        first,
                        1,
                        Instant.parse("2026-11-22T08:00:00Z"),
                        TimeTrust.TRUSTED,
                        body));
        @Nullable Input committed = inbox.poll(40, TimeUnit.SECONDS);
        assertEquals(new Input.JournalCommitted(first), committed);
        return journal;
    }

    private int run(String event, String language) {
        return Main.run(
                new String[] {"explain", event, "--data", data.toString(), "--language", language},
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
