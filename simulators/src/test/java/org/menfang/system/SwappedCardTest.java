package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.people.Person;

/// The card of a gate breaks, and a volunteer puts in one that was made from an older backup.
@Timeout(600)
final class SwappedCardTest {
    @TempDir Path folder;

    @Test
    void the_hub_goes_on_with_the_gate_and_says_what_it_may_have_missed() throws Exception {
        try (RunningCompound compound = RunningCompound.start(folder)) {
            Path data = compound.folder().gate();
            Path backup = folder.resolve("gate.backup");
            try (DeviceHands hands = compound.hands()) {
                pass(hands, "north", Residents.worker(0));
                awaitGranted(compound, 1);
                compound.gate("backup", "--data", data.toString(), "--to", backup.toString());
                pass(hands, "south", Residents.worker(1));
                awaitGranted(compound, 2);
            }
            compound.killGate();
            long held = last(compound, "SELECT max(seq) FROM event WHERE stream = 0");
            Path card = folder.resolve("card");
            compound.gate("restore", "--from", backup.toString(), "--data", card.toString());
            Files.move(data, folder.resolve("broken"));
            Files.move(card, data);
            Files.createDirectories(data.resolve("tmp"));

            compound.startGate(null);
            try (DeviceHands hands = compound.hands()) {
                pass(hands, "north", Residents.worker(2));
            }
            awaitGranted(compound, 3);
            String kinds = String.join("\n", texts(compound, "SELECT text FROM event"));
            assertTrue(kinds.contains("restored from a backup of"), kinds);
            assertEquals(
                    held,
                    last(compound, "SELECT max(from_seq) - 1 FROM chain_gap WHERE stream = 0"),
                    "what comes after the last event of the broken card may be missing");
            assertEquals(
                    List.of(), texts(compound, "SELECT kind FROM alarm WHERE kind LIKE 'CHAIN_%'"));
            assertEquals(0, last(compound, "SELECT count(*) FROM quarantine"));
            compound.stop();
        }
    }

    private static void pass(DeviceHands hands, String side, Person person) throws Exception {
        hands.awaitSecured(side + "-gate");
        hands.present(side + "-reader", person.card());
        hands.pushUntilOpen(side + "-gate");
    }

    private static void awaitGranted(RunningCompound compound, int grants) throws Exception {
        compound.awaitHub(() ->
                texts(compound, "SELECT text FROM event").stream()
                                .filter(text -> text.contains("access-granted"))
                                .count()
                        >= grants);
    }

    private static long last(RunningCompound compound, String query) throws IOException {
        return Long.parseLong(texts(compound, query).getFirst());
    }

    private static List<String> texts(RunningCompound compound, String query) throws IOException {
        List<String> texts = new ArrayList<>();
        String file = "jdbc:sqlite:" + compound.folder().hub().resolve("hub.db");
        try (Connection connection = DriverManager.getConnection(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException(query, e);
        }
        return texts;
    }
}
