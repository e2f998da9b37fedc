package org.menfang.gate.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.menfang.gate.Memory;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;

/// What a gate must still know after a restart, as it stands in the database.
///
/// @param boot how often the gate had started
/// @param memory empty if what is stored is damaged
record GateRow(long boot, Optional<Memory> memory) {
    static GateRow load(GateDatabase database) throws SQLException {
        try (ResultSet row =
                database.statement("SELECT boot, memory, memory_digest FROM gate").executeQuery()) {
            if (!row.next()) {
                throw new SQLException(
                        "the table gate has no row", null, StorageFault.CORRUPT.code());
            }
            return new GateRow(row.getLong(1), read(row.getString(2), row.getString(3)));
        }
    }

    private static Optional<Memory> read(String text, String digest) {
        if (text.isEmpty() && digest.isEmpty()) {
            return Optional.of(Memory.EMPTY);
        }
        if (!Sha256.of(text).value().equals(digest)) {
            return Optional.empty();
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return switch (Json.parse(utf8, Memory.class)) {
            case Parsed.Read<Memory>(Memory memory) -> Optional.of(memory);
            case Parsed.Malformed<Memory> malformed -> Optional.empty();
        };
    }

    static void storeBoot(GateDatabase database, long boot) throws SQLException {
        PreparedStatement update = database.statement("UPDATE gate SET boot = ?");
        update.setLong(1, boot);
        update.executeUpdate();
    }

    /// Lets an empty database begin after numbers that may have been given out.
    static void beginAfter(GateDatabase database, NumberMark.Numbers used) throws SQLException {
        storeBoot(database, used.boot());
        beginAfter(database, EventStream.EVENTS, used.events());
        beginAfter(database, EventStream.ALARMS, used.alarms());
    }

    /// The events up to there count as dropped, and as told: nobody here knows what they were. The
    /// hub says what it holds, and is answered which of them are missing.
    private static void beginAfter(GateDatabase database, EventStream stream, long seq)
            throws SQLException {
        PreparedStatement update =
                database.statement(
                        "UPDATE stream SET dropped_seq = ?, told_seq = ? WHERE name = ?");
        update.setLong(1, seq);
        update.setLong(2, seq);
        update.setString(3, stream.wireName());
        update.executeUpdate();
    }

    static void storeMemory(GateDatabase database, Memory memory) throws SQLException {
        String text = new String(Json.write(memory), StandardCharsets.UTF_8);
        PreparedStatement update =
                database.statement("UPDATE gate SET memory = ?, memory_digest = ?");
        update.setString(1, text);
        update.setString(2, Sha256.of(text).value());
        update.executeUpdate();
    }
}
