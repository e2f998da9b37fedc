package org.menfang.sim.crash;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.json.EventJson;

/// Compares what a hub holds with what its one gate wrote, once both have ended.
final class CompoundInspection {
    private final Path gate;
    private final Path hub;
    private final String marker;
    private final Finding finding;

    /// @param gate the database of the gate
    /// @param hub the database of the hub
    /// @param marker words of the last event that has to be at the hub, and in no other
    CompoundInspection(Path gate, Path hub, String marker, Finding finding) {
        this.gate = gate;
        this.hub = hub;
        this.marker = marker;
        this.finding = finding;
    }

    /// @return how many events the gate wrote, of both streams
    long compare() {
        long written = 0;
        try (Rows gateRows = Rows.open(gate);
                Rows hubRows = Rows.open(hub)) {
            gateRows.checkWhole(finding);
            hubRows.checkWhole(finding);
            Instant due = timeOfMarker(hubRows);
            for (EventStream stream : EventStream.values()) {
                List<String> all = texts(gateRows, "gate", ofGate(stream), stream);
                compare(stream, all, texts(hubRows, "hub", ofHub(stream), stream), due);
                written += all.size();
            }
            nothingIn(hubRows, "chain_gap", "the hub notes gaps");
            nothingIn(hubRows, "quarantine", "the hub could not take all");
        } catch (SQLException e) {
            finding.corrupt("cannot be read: " + e.getMessage());
        }
        return written;
    }

    private Instant timeOfMarker(Rows rows) throws SQLException {
        Instant[] time = {Instant.MIN};
        rows.each(
                ofHub(EventStream.EVENTS),
                row -> {
                    String text = Rows.text(row, 3);
                    if (text.contains(marker)) {
                        time[0] = timeOf(text);
                    }
                });
        return time[0];
    }

    private static Instant timeOf(String text) {
        return EventJson.read(text.getBytes(StandardCharsets.UTF_8))
                .orThrow()
                .getFirst()
                .event()
                .time();
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

    /// What the gate wrote after the marker may still be on its own disk alone.
    private void compare(
            EventStream stream, List<String> written, List<String> stored, Instant due) {
        long mustBeThere = written.stream().filter(text -> timeOf(text).isBefore(due)).count();
        finding.lost("at the hub, " + stream.wireName(), mustBeThere, stored.size());
        finding.lost("at the gate, " + stream.wireName(), stored.size(), written.size());
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
