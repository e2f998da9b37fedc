package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.cose.Keyring;
import org.menfang.cose.SigningKey;
import org.menfang.gate.rules.KeptRuleShelf;
import org.menfang.gate.rules.LastGoodRules;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.rules.signed.SignedRules;

/// The contract of shelves, kept by one that keeps the set in force in a file too, and what that
/// file is good for.
@Timeout(120)
class KeptRuleShelfTest implements RuleShelfContract {
    private static final Keyring NO_KEYS = Keyring.of(List.of());
    private static final SampleRules OLD = SampleRules.of(3, 40);
    private static final SampleRules NEW = SampleRules.of(4, 41);

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
        return shelf(new FaultyConnector(folder));
    }

    @Test
    void the_set_in_force_is_found_without_the_database() throws IOException {
        RuleShelf shelf = emptyShelf();
        assertEquals(new LastGoodRules.Found.None(), load());
        RuleShelfContract.put(shelf, OLD);
        checkKept(OLD, true);
        RuleShelfContract.put(shelf, NEW);
        checkKept(NEW, true);
        assertFalse(Files.exists(folder.resolve(LastGoodRules.NEXT_NAME)));
    }

    @Test
    void a_refused_set_leaves_the_file_as_it_was() {
        RuleShelf shelf = emptyShelf();
        RuleShelfContract.put(shelf, NEW);
        assertInstanceOf(RulesChange.Refused.class, RuleShelfContract.put(shelf, OLD));
        SampleRules other = SampleRules.of(4, 7);
        assertInstanceOf(RulesChange.Refused.class, RuleShelfContract.put(shelf, other));
        checkKept(NEW, true);
    }

    @Test
    void a_set_that_the_database_may_have_taken_is_found_beside_the_old_one() {
        FaultyConnector disk = new FaultyConnector(folder);
        RuleShelf shelf = shelf(disk);
        RuleShelfContract.put(shelf, OLD);
        disk.becomeBroken();
        assertInstanceOf(RulesChange.Failed.class, RuleShelfContract.put(shelf, NEW));
        checkKept(NEW, false);
        disk.heal();
        assertInstanceOf(
                RulesChange.Refused.class, RuleShelfContract.put(shelf, OLD), "it is older now");
        assertEquals(new RulesChange.Replaced(), RuleShelfContract.put(shelf, NEW));
        checkKept(NEW, true);
    }

    @Test
    void a_set_that_cannot_be_kept_in_the_file_does_not_come_into_force() throws IOException {
        FaultyConnector disk = new FaultyConnector(folder);
        RuleShelf shelf = shelf(disk);
        RuleShelfContract.put(shelf, OLD);
        Files.createDirectory(folder.resolve(LastGoodRules.NEXT_NAME));
        assertInstanceOf(RulesChange.Failed.class, RuleShelfContract.put(shelf, NEW));
        checkKept(OLD, true);
        Files.delete(folder.resolve(LastGoodRules.NEXT_NAME));
        assertEquals(new RulesChange.Replaced(), RuleShelfContract.put(shelf, NEW));
    }

    @Test
    void a_set_that_was_written_by_half_when_the_power_went_is_not_looked_at() throws IOException {
        RuleShelfContract.put(emptyShelf(), OLD);
        byte[] whole = Files.readAllBytes(folder.resolve(LastGoodRules.NAME));
        for (int bytes : new int[] {0, 1, 40, 100, whole.length - 1}) {
            byte[] half = Arrays.copyOf(whole, bytes);
            Files.write(folder.resolve(LastGoodRules.NEXT_NAME), half);
            checkKept(OLD, true);
        }
    }

    @Test
    void a_flipped_bit_of_the_file_is_found() throws IOException {
        RuleShelfContract.put(emptyShelf(), SampleRules.of(3, 1));
        Path file = folder.resolve(LastGoodRules.NAME);
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit += 5) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertInstanceOf(LastGoodRules.Found.Damaged.class, load(), "bit " + bit);
        }
    }

    @Test
    void a_signed_set_is_believed_by_its_signature_alone() throws IOException {
        SigningKey key = SigningKey.make();
        byte[] envelope =
                SignedRules.sign(
                        PackedRules.pack(new ByteArrayInputStream(SampleRules.text(OLD.rules()))),
                        key);
        RuleParcel parcel = RuleParcel.signed(envelope);
        LastGoodRules file = new LastGoodRules(folder);
        assertEquals(Optional.empty(), file.keep(parcel, OLD.version()));
        Keyring keys = Keyring.of(List.of(key.verifying()));
        LastGoodRules.Found.Good good =
                assertInstanceOf(LastGoodRules.Found.Good.class, file.load(keys));
        assertEquals(OLD.rules(), good.rules());
        LastGoodRules.Found.Damaged strange =
                assertInstanceOf(LastGoodRules.Found.Damaged.class, file.load(NO_KEYS));
        assertTrue(strange.why().contains("key"), strange::why);
    }

    private void checkKept(SampleRules rules, boolean confirmed) {
        LastGoodRules.Found.Good good = assertInstanceOf(LastGoodRules.Found.Good.class, load());
        assertEquals(rules.rules(), good.rules());
        assertEquals(rules.textDigest(), good.textDigest());
        assertEquals(confirmed, good.confirmed());
        assertArrayEquals(rules.parcel().bytes(), good.parcel().bytes());
    }

    private LastGoodRules.Found load() {
        return new LastGoodRules(folder).load(NO_KEYS);
    }

    private RuleShelf shelf(FaultyConnector disk) {
        GateDatabase database =
                assertInstanceOf(
                                DatabaseOpening.Opened.class,
                                GateDatabase.open(disk, Schema.current()))
                        .database();
        opened.add(database);
        return new KeptRuleShelf(new SqliteRules(database), new LastGoodRules(folder));
    }
}
