package org.menfang.sim.crash;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;

/// Compares what a hub holds with what its one gate wrote, once both have ended.
final class CompoundInspection {
    private final Path gate;
    private final Path hub;
    private final Finding finding;

    /// @param gate the database of the gate
    /// @param hub the database of the hub
    CompoundInspection(Path gate, Path hub, Finding finding) {
        this.gate = gate;
        this.hub = hub;
        this.finding = finding;
    }

    /// @param written how many events the gate wrote, of both streams
    /// @param missing how many of them the hub does not hold
    record Counted(long written, long missing) {}

    Counted compare() {
        long written = 0;
        long missing = 0;
        try (Rows gateRows = Rows.open(gate);
                Rows hubRows = Rows.open(hub)) {
            gateRows.checkWhole(finding);
            hubRows.checkWhole(finding);
            Map<EventStream, List<String>> atGate = new EnumMap<>(EventStream.class);
            for (EventStream stream : EventStream.values()) {
                atGate.put(stream, texts(gateRows, "gate", ofGate(stream), stream));
                List<String> atHub = texts(hubRows, "hub", ofHub(stream), stream);
                List<String> all = atGate.getOrDefault(stream, List.of());
                compare(stream, all, atHub);
                written += all.size();
                missing += all.size() - atHub.size();
            }
            nothingIn(hubRows, "chain_gap", "the hub notes gaps");
            nothingIn(hubRows, "quarantine", "the hub could not take all");
        } catch (SQLException e) {
            finding.corrupt("cannot be read: " + e.getMessage());
        }
        return new Counted(written, missing);
    }

    private static String ofGate(EventStream stream) {
        return "SELECT seq, hash, text FROM " + stream.wireName() + " ORDER BY seq";
    }

    /// In the order in which they were stored, which has to be that of the gate.
    private static String ofHub(EventStream stream) {
        return "SELECT seq, lower(hex(hash)), text FROM event WHERE stream = "
                + (stream == EventStream.EVENTS ? 0 : 1)
                + " ORDER BY number";
    }

    private List<String> texts(Rows rows, String place, String query, EventStream stream)
            throws SQLException {
        Chain chain = new Chain(place + ", " + stream.wireName(), stream);
        List<String> texts = new ArrayList<>();
        rows.each(
                query,
                row -> {
                    String text = Rows.text(row, 3);
                    chain.follow(row.getLong(1), new Sha256(Rows.text(row, 2)), text, finding);
                    texts.add(text);
                });
        return texts;
    }

    private void compare(EventStream stream, List<String> written, List<String> stored) {
        if (stored.size() > written.size()) {
            finding.lost("at the gate, " + stream.wireName(), stored.size(), written.size());
        }
        for (int i = 0; i < Math.min(stored.size(), written.size()); i++) {
            if (!stored.get(i).equals(written.get(i))) {
                finding.corrupt(
                        stream.wireName()
                                + " "
                                + (i + 1)
                                + " was "
                                + stored.get(i)
                                + " at the hub and is "
                                + written.get(i));
                return;
            }
        }
    }

    private void nothingIn(Rows rows, String table, String what) throws SQLException {
        long count = rows.number("SELECT count(*) FROM " + table);
        finding.corruptUnless(count == 0, what + ": " + count + " in " + table);
    }
}
