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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.cose.Keyring;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;

/// The contract of shelves, kept by a database that belongs to the thread that asks, and what is
/// loaded from it when a gate starts.
@Timeout(120)
class SqliteRulesTest implements RuleShelfContract {
    private static final SampleRules RULES = SampleRules.of(3, 40);

    @TempDir private Path folder = Path.of("");

    private final List<GateDatabase> opened = new ArrayList<>();

    @AfterEach
    void close() throws SQLException {
        for (GateDatabase database : opened) {
            database.close();
        }
    }

    @Override
    public RuleShelf emptyShelf() {
        GateDatabase database = open(new FaultyConnector(folder));
        opened.add(database);
        return new SqliteRules(database);
    }

    @Test
    void a_new_database_has_no_rules() throws SQLException {
        assertEquals(new RulesFound.None(), load());
    }

    @Test
    void the_set_in_force_is_loaded_just_as_it_came() throws SQLException {
        assertEquals(new RulesChange.Replaced(), put(SampleRules.of(2, 1)));
        assertEquals(new RulesChange.Replaced(), put(RULES));
        assertEquals(RULES.loaded(), load());
    }

    @Test
    void how_a_text_was_packed_makes_no_difference() throws SQLException {
        put(RULES);
        byte[] text = SampleRules.text(RULES.rules());
        SampleRules repacked =
                new SampleRules(RULES.rules(), SampleRules.packed(text), RULES.textDigest());
        repacked.parcel().bytes()[9] ^= 1;
        assertEquals(new RulesChange.Replaced(), put(repacked));
        assertEquals(repacked.loaded(), load());
    }

    @Test
    void a_disk_that_fails_leaves_the_old_set_in_force() throws SQLException {
        put(RULES);
        FaultyConnector disk = new FaultyConnector(folder);
        try (GateDatabase database = open(disk)) {
            SqliteRules rules = new SqliteRules(database);
            disk.becomeBroken();
            RulesChange.Failed failed =
                    assertInstanceOf(
                            RulesChange.Failed.class,
                            RuleShelfContract.put(rules, SampleRules.of(4, 1)));
            assertTrue(failed.why().contains("the disk fails"), failed::why);
            disk.heal();
            assertEquals(RULES.loaded(), rules.load(Keyring.of(List.of())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE rule_in_force SET version = 4",
                "DELETE FROM rule_set",
                "UPDATE rule_set SET version = 4",
                "UPDATE rule_set SET place = 2",
                "UPDATE rule_set SET bytes = bytes + 1",
                "UPDATE rule_set SET bytes = 1",
                "UPDATE rule_set SET digest = replace(digest, 'a', 'b')",
                "UPDATE rule_set SET digest = upper(digest)",
                "DELETE FROM rule_piece WHERE piece = 1",
                "UPDATE rule_piece SET piece = -piece + 100 WHERE piece = 0",
                "UPDATE rule_piece SET bytes = x'00' WHERE piece = 2"
            })
    void anything_that_changed_behind_the_gates_back_is_a_stated_fault(String sql)
            throws SQLException {
        put(RULES);
        JournalOnDisk.damage(folder, sql);
        assertInstanceOf(RulesFound.Damaged.class, load());
    }

    @Test
    void a_damaged_set_is_mended_by_the_same_set() throws SQLException {
        put(RULES);
        JournalOnDisk.damage(folder, "DELETE FROM rule_piece WHERE piece = 1");
        assertInstanceOf(RulesFound.Damaged.class, load());
        assertEquals(new RulesChange.Replaced(), put(RULES));
        assertEquals(RULES.loaded(), load());
    }

    @Test
    void a_flipped_bit_in_the_file_is_a_stated_fault() throws SQLException, IOException {
        put(RULES);
        Path file = folder.resolve(GateDatabase.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, RULES.parcel().bytes());
        assertNotEquals(-1, at);
        bytes[at + 20] ^= 1;
        Files.write(file, bytes);
        assertEquals(new RulesFound.Damaged("the rule set does not match its digest"), load());
    }

    @Test
    void old_sets_are_given_up_when_there_are_too_many_or_too_large_ones() throws SQLException {
        SampleRules large = SampleRules.of(4, 2_000);
        long bytesMax = 2L * large.parcel().bytes().length;
        try (GateDatabase database = open(new FaultyConnector(folder))) {
            SqliteRules few = new SqliteRules(database, new RuleArchiveLimits(2, bytesMax, 100));
            for (long version = 1; version <= 3; version++) {
                RuleShelfContract.put(few, SampleRules.of(version, 1));
            }
            assertEquals(new RuleSearch.NotKept(), few.find(1));
            RuleShelfContract.checkFound(few, SampleRules.of(2, 1));
            RuleShelfContract.put(few, large);
            RuleShelfContract.put(few, SampleRules.of(5, 4_000));
            assertEquals(new RuleSearch.NotKept(), few.find(4));
            RuleShelfContract.checkFound(few, SampleRules.of(5, 4_000));
            assertEquals(1, places(database));
        }
    }

    @Test
    void a_database_of_the_first_version_keeps_the_number_of_its_rules_and_asks_for_them()
            throws SQLException {
        open(new FaultyConnector(folder), firstVersionWithRules(3)).close();
        RulesFound.Damaged damaged = assertInstanceOf(RulesFound.Damaged.class, load());
        assertTrue(damaged.why().contains("import the rules again"), damaged::why);
        assertInstanceOf(RulesChange.Refused.class, put(SampleRules.of(2, 1)));
        assertEquals(new RulesChange.Replaced(), put(RULES));
        assertEquals(RULES.loaded(), load());
    }

    /// Rules are stored between the first version of the schema and the next.
    private static Schema firstVersionWithRules(long version) {
        List<String> scripts = new ArrayList<>(Schema.current().scripts());
        scripts.set(
                0,
                scripts.getFirst()
                        + "INSERT INTO rule_set(id, compound, version, digest) VALUES (1, 'xiyuan', "
                        + version
                        + ", '"
                        + "0".repeat(64)
                        + "');\n");
        return new Schema(scripts);
    }

    private RulesChange put(SampleRules rules) throws SQLException {
        try (GateDatabase database = open(new FaultyConnector(folder))) {
            SqliteRules shelf = new SqliteRules(database, new RuleArchiveLimits(10, 1 << 20, 100));
            return RuleShelfContract.put(shelf, rules);
        }
    }

    private RulesFound load() throws SQLException {
        try (GateDatabase database = open(new FaultyConnector(folder))) {
            return new SqliteRules(database).load(Keyring.of(List.of()));
        }
    }

    private static int places(GateDatabase database) throws SQLException {
        try (var row =
                database.statement("SELECT count(DISTINCT place) FROM rule_piece").executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static GateDatabase open(GateDatabase.Connector disk) {
        return open(disk, Schema.current());
    }

    private static GateDatabase open(GateDatabase.Connector disk, Schema schema) {
        return assertInstanceOf(DatabaseOpening.Opened.class, GateDatabase.open(disk, schema))
                .database();
    }

    /// Where the file holds the first bytes of a set.
    private static int indexOf(byte[] bytes, byte[] part) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf(new String(part, 0, 60, StandardCharsets.ISO_8859_1));
    }
}
