package org.menfang.sim.crash;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.HubMemory;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.HubStore.CommitOutcome;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.hub.store.TakenPicture;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// Looks at a hub's database that {@link HubVictim} wrote.
final class HubInspection implements Inspection {
    static final String FILE_NAME = "hub.db";

    private static final int GROUPS_AFTERWARDS = 2;

    /// What is stored: the last number, and each stream of each gate.
    private record Stored(long number, Map<GateIdentity, Map<EventStream, Chain>> chains) {}

    @Override
    public void inspect(Path folder, Acknowledged acknowledged, Finding finding) {
        Path file = folder.resolve(FILE_NAME);
        Stored stored = stored(file, finding);
        finding.lost("events", acknowledged.of("number"), stored.number());
        switch (Database.open(file)) {
            case Database.Opening.Opened(Database database) -> {
                try (database) {
                    serveAgain(new SqliteHubStore(database), acknowledged, stored, finding);
                }
            }
            case Database.Opening.NewerSchema newer -> finding.corrupt("does not open: " + newer);
            case Database.Opening.Failed(String why) -> finding.corrupt("does not open: " + why);
        }
        Stored after = stored(file, finding);
        finding.corruptUnless(after.number() > stored.number(), "nothing is stored any more");
    }

    private static Stored stored(Path file, Finding finding) {
        Map<GateIdentity, Map<EventStream, Chain>> chains = new HashMap<>();
        long[] number = {0};
        try (Rows rows = Rows.open(file)) {
            rows.checkWhole(finding);
            if (rows.number("SELECT count(*) FROM sqlite_schema WHERE name = 'event'") > 0) {
                readEvents(rows, number, chains, finding);
            }
        } catch (SQLException | IllegalArgumentException e) {
            finding.corrupt("cannot be read: " + e.getMessage());
        }
        return new Stored(number[0], chains);
    }

    private static void readEvents(
            Rows rows,
            long[] number,
            Map<GateIdentity, Map<EventStream, Chain>> chains,
            Finding finding)
            throws SQLException {
        rows.each(
                "SELECT e.number, g.gate, e.stream, e.seq, lower(hex(e.hash)), e.text"
                        + " FROM event e JOIN gate g ON g.id = e.gate ORDER BY e.number",
                row -> {
                    finding.corruptUnless(
                            row.getLong(1) == number[0] + 1, "after number " + number[0]);
                    number[0] = row.getLong(1);
                    EventStream stream =
                            row.getInt(3) == 0 ? EventStream.EVENTS : EventStream.ALARMS;
                    String gate = Rows.text(row, 2);
                    chains.computeIfAbsent(HubDeeds.named(gate), any -> new HashMap<>())
                            .computeIfAbsent(
                                    stream,
                                    any -> new Chain(gate + "/" + stream.wireName(), stream))
                            .follow(
                                    row.getLong(4),
                                    new Sha256(Rows.text(row, 5)),
                                    Rows.text(row, 6),
                                    finding);
                });
    }

    private static void serveAgain(
            HubStore store, Acknowledged acknowledged, Stored stored, Finding finding) {
        HubMemory memory = store.load();
        finding.corruptUnless(
                memory.lastNumber() == stored.number(), "the start is behind the events");
        stored.chains()
                .forEach((gate, chains) ->
                        chains.forEach((stream, chain) ->
                                finding.corruptUnless(
                                        new StreamPosition(chain.last(), chain.head())
                                                .equals(
                                                        memory.positions()
                                                                .getOrDefault(gate, Map.of())
                                                                .get(stream)),
                                        "the start does not know where " + gate + " stands")));
        finding.lost("groups", acknowledged.of("group"), memory.lastHubAlarm());
        finding.lost("people", acknowledged.of("people"), store.peopleVersion());
        checkGroups(store, memory, finding);
        HubDeeds deeds = new HubDeeds(memory, Chance.of(0, "afterwards"));
        for (int i = 0; i < GROUPS_AFTERWARDS; i++) {
            CommitOutcome outcome = store.commit(deeds.next());
            finding.corruptUnless(
                    outcome instanceof CommitOutcome.Committed, "after the start: " + outcome);
        }
    }

    /// A group is stored whole: its alarm and its picture with its events.
    private static void checkGroups(HubStore store, HubMemory memory, Finding finding) {
        long last = memory.lastHubAlarm();
        for (long group = Math.max(1, last - HubDeeds.ALARMS_OPEN + 1); group <= last; group++) {
            OpenAlarm alarm = HubDeeds.alarm(group);
            TakenPicture picture = HubDeeds.picture(group);
            finding.corruptUnless(
                    memory.alarms().contains(alarm)
                            && store.pictureOf(picture.gate(), picture.picture())
                                    .equals(Optional.of(picture.digest())),
                    "group " + group + " is not whole");
        }
        finding.corruptUnless(
                memory.alarms().size() == Math.min(last, HubDeeds.ALARMS_OPEN),
                memory.alarms().size() + " alarms are open");
    }
}
