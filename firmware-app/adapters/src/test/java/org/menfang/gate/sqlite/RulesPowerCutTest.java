package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.cose.Keyring;
import org.menfang.gate.rules.RulesChange;

/// A gate whose power is cut at every point of taking a new rule set.
@Timeout(300)
class RulesPowerCutTest {
    private static final RuleArchiveLimits SMALL_PIECES = new RuleArchiveLimits(1, 1 << 20, 300);
    private static final SampleRules OLD = SampleRules.of(1, 100);
    private static final SampleRules NEW = SampleRules.of(2, 200);

    @TempDir private Path parent = Path.of("");

    @Test
    void the_old_set_or_the_new_one_is_there_whole_and_the_next_one_finds_room()
            throws SQLException {
        int cuts = 0;
        boolean seenNew = false;
        while (!storedWithCutAfter(cuts)) {
            Path left = parent.resolve("left-" + cuts);
            boolean hasNew = loadedIsNew(left);
            assertTrue(hasNew || !seenNew, "once in force, it stays in force");
            seenNew = hasNew;
            storeAfterCut(left);
            cuts++;
        }
        assertTrue(seenNew, "a cut behind the last commit was tried");
        assertTrue(cuts > 3 * NEW.parcel().bytes().length / 300, "cuts between all pieces");
    }

    /// Whether it came to its end.
    private boolean storedWithCutAfter(int statements) throws SQLException {
        Path folder = parent.resolve("gate-" + statements);
        CutConnector disk = new CutConnector(folder);
        folder.toFile().mkdirs();
        GateDatabase database = open(disk);
        put(database, OLD);
        disk.cutAfter(statements);
        try {
            assertEquals(new RulesChange.Replaced(), put(database, NEW));
            return true;
        } catch (CutConnector.PowerCut e) {
            disk.copyDisk(parent.resolve("left-" + statements));
            return false;
        } finally {
            disk.cutAfter(Integer.MAX_VALUE);
            database.close();
        }
    }

    private static boolean loadedIsNew(Path folder) throws SQLException {
        try (GateDatabase database = open(new FaultyConnector(folder))) {
            RulesFound.Loaded loaded =
                    assertInstanceOf(
                            RulesFound.Loaded.class,
                            new SqliteRules(database).load(Keyring.of(List.of())));
            boolean isNew = loaded.rules().version() == 2;
            assertEquals(isNew ? NEW.rules() : OLD.rules(), loaded.rules());
            return isNew;
        }
    }

    /// What was left half is swept away.
    private static void storeAfterCut(Path folder) throws SQLException {
        SampleRules next = SampleRules.of(3, 50);
        try (GateDatabase database = open(new FaultyConnector(folder))) {
            assertEquals(new RulesChange.Replaced(), put(database, next));
            assertEquals(next.loaded(), new SqliteRules(database).load(Keyring.of(List.of())));
            try (var row =
                    database.statement("SELECT count(DISTINCT place) FROM rule_piece")
                            .executeQuery()) {
                assertTrue(row.next());
                assertEquals(1, row.getInt(1));
            }
        }
    }

    private static RulesChange put(GateDatabase database, SampleRules rules) {
        return RuleShelfContract.put(new SqliteRules(database, SMALL_PIECES), rules);
    }

    private static GateDatabase open(GateDatabase.Connector disk) {
        return assertInstanceOf(
                        DatabaseOpening.Opened.class, GateDatabase.open(disk, Schema.current()))
                .database();
    }
}
