package org.menfang.gate.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.gate.app.doctor.GateFindings.RulesReading;
import org.menfang.gate.app.doctor.GateFindings.SiteReading;
import org.menfang.gate.app.doctor.HubFindings.HubReading;
import org.menfang.gate.app.doctor.HubFindings.KeysReading;
import org.menfang.gate.hublink.HubProbe;
import org.menfang.gate.os.ClockWitness.Testimony;
import org.menfang.gate.signs.GateSigns;

/// The gate itself, its rules, and the way to its hub.
class GateAndHubFindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final SiteReading GOOD_SITE = new SiteReading(List.of(), 0, null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    100    | false | FINE
                    10000  | false | FINE
                    10001  | false | GATE_STUCK
                    100    | true  | SAFE_MODE
                    10001  | true  | GATE_STUCK
                    """)
    void a_gate_runs_and_decides(long turnedMillisAgo, boolean safeMode, Diagnosis expected) {
        assertEquals(
                expected,
                GateFindings.runs(
                                new GateReading.Running(
                                        signs(turnedMillisAgo, safeMode, 0, "", true, false)))
                        .diagnosis());
    }

    @Test
    void a_gate_that_does_not_run_or_not_answer_is_told() {
        assertEquals(
                Diagnosis.GATE_SILENT,
                GateFindings.runs(new GateReading.Silent("no answer")).diagnosis());
        assertEquals(
                List.of(Diagnosis.GATE_STOPPED, Diagnosis.HARDWARE_REFUSED),
                diagnoses(stopped(new GateReading.Board.Refused("no chip"))).subList(0, 2));
        assertEquals(
                List.of(Diagnosis.GATE_STOPPED, Diagnosis.HARDWARE_UNSAID),
                diagnoses(stopped(new GateReading.Board.Unsaid())).subList(0, 2));
        assertEquals(
                List.of(Diagnosis.GATE_STOPPED, Diagnosis.FINE),
                diagnoses(stopped(new GateReading.Board.Opened())).subList(0, 2));
    }

    @Test
    void a_site_file_is_good_or_bad_or_newer_than_the_gate() {
        GateSigns running = signs(0, false, 0, "", true, false);
        GateSigns standIn = signs(0, false, 0, "", true, true);
        SiteReading bad = new SiteReading(List.of(Words.same("a"), Words.same("b")), 7, null);
        assertEquals(List.of(Diagnosis.FINE), site(GOOD_SITE, Optional.of(running)));
        assertEquals(
                List.of(Diagnosis.SITE_BAD, Diagnosis.SITE_BAD, Diagnosis.SITE_STAND_IN),
                site(bad, Optional.of(standIn)));
        // The gate runs for an hour.
        assertEquals(
                List.of(Diagnosis.SITE_NEWER),
                site(changed(NOW.minusSeconds(3599)), Optional.of(running)));
        assertEquals(
                List.of(Diagnosis.FINE),
                site(changed(NOW.minusSeconds(3600)), Optional.of(running)));
        assertEquals(List.of(Diagnosis.FINE), site(changed(NOW), Optional.empty()));
    }

    @Test
    void rules_are_there_or_not_or_not_to_be_believed() {
        assertEquals(
                Diagnosis.FINE,
                GateFindings.rules(new RulesReading(3, 120, "", 86_400)).diagnosis());
        assertEquals(
                Diagnosis.RULES_NONE,
                GateFindings.rules(new RulesReading(0, 0, "", -1)).diagnosis());
        assertEquals(
                Diagnosis.RULES_DAMAGED,
                GateFindings.rules(new RulesReading(0, 0, "torn", -1)).diagnosis());
        assertEquals(
                "version 3, 120 credentials, 47 h old",
                GateFindings.rules(new RulesReading(3, 120, "", 172_799)).value().plain().en());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0      | FINE
                    60999  | FINE
                    61000  | CLOCK_JUMPED
                    -61000 | CLOCK_JUMPED
                    """)
    void a_clock_that_was_moved_since_the_start_is_told(long movedMillis, Diagnosis expected) {
        List<Finding> all =
                ClockFindings.of(
                        new ClockFindings.ClockReading(
                                NOW, NOW, Testimony.SYNCHRONISED, OptionalLong.empty()),
                        Optional.of(signs(0, false, movedMillis, "", true, false)),
                        ZoneOffset.UTC);
        assertEquals(expected, all.getLast().diagnosis());
        assertEquals("clock.jumps", all.getLast().id());
    }

    @Test
    void a_journal_is_written_or_not() {
        assertEquals(Diagnosis.FINE, journal(signs(0, false, 0, "", true, false)));
        assertEquals(Diagnosis.JOURNAL_FAILED, journal(signs(0, false, 0, "full", true, false)));
        assertEquals(Diagnosis.JOURNAL_FAILED, journal(signs(0, false, 0, "", false, false)));
    }

    private static Diagnosis journal(GateSigns signs) {
        return StorageFindings.of(
                        new StorageFindings.DiskReading(1, 1, true, ""),
                        Optional.empty(),
                        Optional.of(signs))
                .getLast()
                .diagnosis();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | CERTIFICATE_OVER
                    1 | CERTIFICATE_SOON
                    29 | CERTIFICATE_SOON
                    30 | FINE
                    """)
    void a_certificate_ends(long days, Diagnosis expected) {
        assertEquals(
                expected,
                hub(new KeysReading.Joined(NOW.plus(Duration.ofDays(days))), null).getFirst());
    }

    @Test
    void a_gate_stands_alone_or_has_not_joined_or_cannot_read_its_keys() {
        assertEquals(
                List.of(Diagnosis.FINE), diagnoses(HubFindings.of(Optional.empty(), null, NOW)));
        assertEquals(Diagnosis.NOT_JOINED, hub(new KeysReading.NotJoined(), null).getFirst());
        assertEquals(Diagnosis.KEYS_DAMAGED, hub(new KeysReading.Damaged("x"), null).getFirst());
    }

    @Test
    void the_way_to_a_hub_goes_so_far() {
        assertEquals(Diagnosis.HUB_UNREACHABLE, broker(null));
        assertEquals(Diagnosis.HUB_NAME_UNKNOWN, broker(new HubProbe.Result.NameUnknown()));
        assertEquals(Diagnosis.HUB_UNREACHABLE, broker(new HubProbe.Result.Unreachable("x")));
        assertEquals(Diagnosis.HUB_REFUSED, broker(new HubProbe.Result.Refused("x")));
        assertEquals(Diagnosis.FINE, broker(new HubProbe.Result.Listens("10.0.0.1")));
        assertEquals(Diagnosis.HUB_CERTIFICATE_SOON, broker(reached(13)));
        assertEquals(Diagnosis.FINE, broker(reached(14)));
    }

    /// Of the running gate: link, hub, backlog.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true  | true  | 1000 | FINE FINE FINE
                    true  | false | 0    | FINE HUB_AWAY FINE
                    false | false | 1001 | LINK_DOWN BACKLOG
                    """)
    void a_link_is_up_and_the_hub_there(
            boolean linked, boolean online, long waiting, String expected) {
        List<Diagnosis> all =
                diagnoses(
                        HubFindings.of(
                                Optional.of(
                                        new HubReading(
                                                "hub:8883", new KeysReading.NotJoined(), null)),
                                new GateSigns.HubSigns(linked, "", online, waiting, 0),
                                NOW));
        assertEquals(
                expected,
                String.join(" ", all.subList(2, all.size()).stream().map(Enum::name).toList()));
    }

    private static HubProbe.Result reached(long days) {
        return new HubProbe.Result.Reached("10.0.0.1", "TLSv1.3", NOW.plus(Duration.ofDays(days)));
    }

    private static Diagnosis broker(HubProbe.@Nullable Result probe) {
        return hub(new KeysReading.NotJoined(), probe).getLast();
    }

    private static List<Diagnosis> hub(KeysReading keys, HubProbe.@Nullable Result probe) {
        return diagnoses(
                HubFindings.of(Optional.of(new HubReading("hub:8883", keys, probe)), null, NOW));
    }

    private static List<Finding> stopped(GateReading.Board board) {
        return GateFindings.of(
                new GateReading.Stopped(List.of(), List.of(), board),
                GOOD_SITE,
                new RulesReading(0, 0, "", -1),
                NOW);
    }

    private static SiteReading changed(Instant changed) {
        return new SiteReading(List.of(), 0, changed);
    }

    private static List<Diagnosis> site(SiteReading site, Optional<GateSigns> signs) {
        return diagnoses(GateFindings.site(site, signs, NOW));
    }

    private static List<Diagnosis> diagnoses(List<Finding> findings) {
        return findings.stream().map(Finding::diagnosis).toList();
    }

    private static GateSigns signs(
            long turnedMillisAgo,
            boolean safeMode,
            long movedMillis,
            String journalTrouble,
            boolean written,
            boolean siteRejected) {
        return new GateSigns(
                "1",
                "linux",
                NOW,
                3600,
                true,
                movedMillis,
                safeMode,
                siteRejected,
                turnedMillisAgo,
                new GateSigns.StorageSigns(written, journalTrouble, 7),
                new GateSigns.RulesSigns(3, 120),
                null,
                List.of(),
                List.of());
    }
}
