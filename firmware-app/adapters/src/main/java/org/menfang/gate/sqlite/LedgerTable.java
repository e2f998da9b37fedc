package org.menfang.gate.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.json.Json;
import org.menfang.json.Parsed;

/// The ledger in the database: each entry as JSON, under its key.
final class LedgerTable {
    /// Every kind of entry, by the name of its record.
    private static final Map<String, Class<? extends Entry>> KINDS =
            Arrays.stream(Entry.class.getPermittedSubclasses())
                    .map(kind -> kind.<Entry>asSubclass(Entry.class))
                    .collect(Collectors.toMap(Class::getSimpleName, kind -> kind));

    private final GateDatabase database;

    LedgerTable(GateDatabase database) {
        this.database = database;
    }

    /// What the table holds.
    ///
    /// @param damaged how many rows are not what was stored; nothing of them is used
    record Loaded(List<Entry> entries, int damaged) {}

    Loaded load() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        int damaged = 0;
        PreparedStatement select =
                database.statement("SELECT kind, subject, data, check_sum FROM ledger");
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                EntryKey key = new EntryKey(row.getString(1), row.getString(2));
                Optional<Entry> entry = read(key, row.getString(3), row.getLong(4));
                if (entry.isPresent()) {
                    entries.add(entry.get());
                } else {
                    damaged++;
                }
            }
        }
        return new Loaded(entries, damaged);
    }

    /// Makes a change, within a transaction of the caller.
    void apply(LedgerChange change) throws SQLException {
        Entry entry = change.entry();
        if (entry == null) {
            delete(change.key());
        } else {
            put(change.key(), new String(Json.write(entry), StandardCharsets.UTF_8));
        }
    }

    /// Leaves these entries and nothing else.
    void replaceAll(List<Entry> entries) throws SQLException {
        database.transaction(() -> {
            database.execute("DELETE FROM ledger");
            for (Entry entry : entries) {
                apply(LedgerChange.keep(entry));
            }
            return entries.size();
        });
    }

    private void put(EntryKey key, String data) throws SQLException {
        PreparedStatement put =
                database.statement(
                        "INSERT OR REPLACE INTO ledger(kind, subject, data, check_sum)"
                                + " VALUES (?, ?, ?, ?)");
        put.setString(1, key.kind());
        put.setString(2, key.subject());
        put.setString(3, data);
        put.setLong(4, checkSum(key, data));
        put.executeUpdate();
    }

    private void delete(EntryKey key) throws SQLException {
        PreparedStatement delete =
                database.statement("DELETE FROM ledger WHERE kind = ? AND subject = ?");
        delete.setString(1, key.kind());
        delete.setString(2, key.subject());
        delete.executeUpdate();
    }

    private static Optional<Entry> read(EntryKey key, String data, long checkSum) {
        Class<? extends Entry> kind = KINDS.get(key.kind());
        return kind == null || checkSum(key, data) != checkSum
                ? Optional.empty()
                : read(kind, data).filter(entry -> entry.key().equals(key));
    }

    private static Optional<Entry> read(Class<? extends Entry> kind, String data) {
        Parsed<? extends Entry> parsed = Json.parse(data.getBytes(StandardCharsets.UTF_8), kind);
        return switch (parsed) {
            case Parsed.Read<? extends Entry> read -> Optional.of(read.value());
            case Parsed.Malformed<? extends Entry> _ -> Optional.empty();
        };
    }

    private static long checkSum(EntryKey key, String data) {
        CRC32 sum = new CRC32();
        sum.update(key.kind().getBytes(StandardCharsets.UTF_8));
        sum.update(0);
        sum.update(key.subject().getBytes(StandardCharsets.UTF_8));
        sum.update(0);
        sum.update(data.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
