package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.ScheduleId;

@Timeout(120)
class SqliteRulesTest {
    private static final RuleSet RULES = rules(3);

    @TempDir private Path folder = Path.of("");

    @Test
    void a_new_database_has_no_rules() throws SQLException {
        assertEquals(new RulesFound.None(), load());
    }

    @Test
    void a_rule_set_is_loaded_just_as_it_was_stored() throws SQLException {
        assertInstanceOf(RulesChange.Replaced.class, replace(RULES));
        assertEquals(new RulesFound.Loaded(RULES), load());
    }

    @Test
    void the_order_of_the_parts_makes_no_difference() throws SQLException {
        RuleSet shuffled =
                RuleSet.ofRights(
                        RULES.compound(),
                        RULES.version(),
                        reversed(RULES.schedules()),
                        reversed(RULES.profiles()),
                        reversed(RULES.holders()),
                        reversed(RULES.credentials()));
        assertEquals(replace(RULES), replace(shuffled));
        assertEquals(new RulesFound.Loaded(RULES), load());
    }

    @Test
    void a_newer_set_replaces_all_of_the_older_one() throws SQLException {
        RuleSet newer =
                RuleSet.ofRights(
                        RULES.compound(),
                        4,
                        List.of(),
                        List.of(),
                        List.of(
                                new Holder(
                                        id("new"),
                                        HolderKind.VISITOR,
                                        null,
                                        List.of(),
                                        true,
                                        true)),
                        List.of());
        replace(RULES);
        replace(newer);
        assertEquals(new RulesFound.Loaded(newer), load());
    }

    @Test
    void an_older_set_is_refused() throws SQLException {
        replace(RULES);
        assertEquals(
                new RulesChange.Refused("version 2 is older than 3, in force"), replace(rules(2)));
        assertEquals(new RulesFound.Loaded(RULES), load());
    }

    @Test
    void the_same_version_is_refused_if_it_says_something_else() throws SQLException {
        replace(RULES);
        assertInstanceOf(RulesChange.Replaced.class, replace(RULES));
        RuleSet other = with(RULES, RULES.credentials().subList(0, 1));
        assertEquals(
                new RulesChange.Refused("version 3 is in force and says something else"),
                replace(other));
        assertEquals(new RulesFound.Loaded(RULES), load());
    }

    @Test
    void a_set_that_contradicts_itself_is_refused_whole() throws SQLException {
        replace(RULES);
        List<Credential> twice = new ArrayList<>(RULES.credentials());
        twice.add(credential("wiegand-26:99:1", "h1"));
        twice.add(credential("wiegand-26:99:1", "h2"));
        assertInstanceOf(RulesChange.Refused.class, replace(with(rules(4), twice)));
        List<Credential> nobodys = List.of(credential("wiegand-26:99:1", "nobody"));
        assertInstanceOf(RulesChange.Refused.class, replace(with(rules(4), nobodys)));
        assertEquals(new RulesFound.Loaded(RULES), load());
    }

    @Test
    void a_disk_that_fails_leaves_the_old_set_in_force() throws SQLException {
        replace(RULES);
        FaultyConnector disk = new FaultyConnector(folder);
        try (GateDatabase database = opened(disk)) {
            disk.becomeBroken();
            RulesChange.Failed failed =
                    assertInstanceOf(
                            RulesChange.Failed.class, new SqliteRules(database).replace(rules(4)));
            assertTrue(failed.why().contains("the disk fails"), failed::why);
            disk.heal();
            assertEquals(new RulesFound.Loaded(RULES), new SqliteRules(database).load());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE rule_set SET version = 4",
                "UPDATE rule_set SET compound = 'other'",
                "UPDATE rule_set SET digest = replace(digest, 'a', 'b')",
                "UPDATE period SET days = 127",
                "UPDATE period SET until_minute = 1440",
                "DELETE FROM policy",
                "UPDATE policy SET access_point = 'clinic'",
                "UPDATE holder SET suspended = 0",
                "UPDATE holder SET kind = 'KING' WHERE id = 'h1'",
                "UPDATE holder SET household = NULL",
                "DELETE FROM holder_profile WHERE holder = 'h1'",
                "UPDATE credential SET identifier = 'wiegand-26:03:1A2C'"
                        + " WHERE identifier = 'wiegand-26:03:1A2B'",
                "UPDATE credential SET identifier = 'Wiegand' WHERE holder = 'h1'",
                "UPDATE credential SET status = 'ACTIVE'",
                "UPDATE credential SET valid_until = valid_until + 1",
                "UPDATE credential SET valid_until = 9223372036854775807",
                "DELETE FROM credential WHERE holder = 'h1'"
            })
    void anything_that_changed_behind_the_gates_back_is_a_stated_fault(String sql)
            throws SQLException {
        replace(RULES);
        JournalOnDisk.damage(folder, "PRAGMA foreign_keys = OFF");
        JournalOnDisk.damage(folder, sql);
        assertInstanceOf(RulesFound.Damaged.class, load());
    }

    @Test
    void a_flipped_bit_in_the_file_is_a_stated_fault() throws SQLException, IOException {
        replace(RULES);
        Path file = folder.resolve(GateDatabase.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        byte[] card = "03:1A2B".getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(bytes, card);
        assertNotEquals(-1, at);
        bytes[at + card.length - 1] ^= 1;
        Files.write(file, bytes);
        assertEquals(new RulesFound.Damaged("the rule set does not match its digest"), load());
    }

    @Test
    void ten_thousand_credentials_come_back_as_they_went() throws SQLException {
        List<Credential> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(credential(String.format("wiegand-34:%08X", i), "h1"));
        }
        RuleSet large = with(RULES, many);
        replace(large);
        assertEquals(new RulesFound.Loaded(large), load());
    }

    private RulesChange replace(RuleSet rules) throws SQLException {
        try (GateDatabase database = opened(new FaultyConnector(folder))) {
            return new SqliteRules(database).replace(rules);
        }
    }

    private RulesFound load() throws SQLException {
        try (GateDatabase database = opened(new FaultyConnector(folder))) {
            return new SqliteRules(database).load();
        }
    }

    private static GateDatabase opened(FaultyConnector disk) {
        return assertInstanceOf(
                        DatabaseOpening.Opened.class, GateDatabase.open(disk, Schema.current()))
                .database();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf(new String(part, StandardCharsets.US_ASCII));
    }

    private static <T> List<T> reversed(List<T> parts) {
        List<T> all = new ArrayList<>(parts);
        Collections.reverse(all);
        return all;
    }

    private static RuleSet rules(long version) {
        ScheduleId night = new ScheduleId("night");
        return RuleSet.ofRights(
                Samples.COMPOUND,
                version,
                List.of(
                        new WeeklySchedule(new ScheduleId("never"), List.of()),
                        new WeeklySchedule(
                                night,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                                                0,
                                                300),
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.FRIDAY), 1200, 1439)))),
                List.of(
                        new AccessProfile(
                                new AccessProfileId("residents"),
                                List.of(
                                        new AccessProfile.Policy(
                                                new AccessPointId("north-in"), night)))),
                List.of(
                        new Holder(
                                id("h1"),
                                HolderKind.RESIDENT,
                                new HouseholdId("1-101"),
                                List.of(new AccessProfileId("residents")),
                                false,
                                true),
                        new Holder(id("h2"), HolderKind.COURIER, null, List.of(), true, false)),
                List.of(
                        credential("wiegand-26:03:1A2B", "h1"),
                        Credential.card(
                                new CredentialIdentifier("wiegand-26:03:1A2F"),
                                id("h2"),
                                CredentialStatus.LOST,
                                Instant.parse("1969-12-31T23:59:00Z"),
                                Instant.parse("2026-11-22T08:00:00Z"))));
    }

    private static RuleSet with(RuleSet rules, List<Credential> credentials) {
        return RuleSet.ofRights(
                rules.compound(),
                rules.version(),
                rules.schedules(),
                rules.profiles(),
                rules.holders(),
                credentials);
    }

    private static Credential credential(String identifier, String holder) {
        return Credential.card(
                new CredentialIdentifier(identifier),
                id(holder),
                CredentialStatus.ACTIVE,
                null,
                null);
    }

    private static HolderId id(String holder) {
        return new HolderId(holder);
    }
}
