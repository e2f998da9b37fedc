package org.menfang.hub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.alarm.AlarmChange;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.board.AlarmRef;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DeviceKind;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.wire.GateIdentity;

/// Alarms as rows. One of the hub's own stays when it ends, so that its number is not used again.
final class AlarmRows {
    private AlarmRows() {}

    static void write(Handle handle, AlarmChange change, ToLongFunction<GateIdentity> numberOf) {
        switch (change) {
            case AlarmChange.Put(OpenAlarm alarm) -> put(handle, alarm, numberOf);
            case AlarmChange.Ended(OpenAlarm last) -> {
                if (last.ref().byHub()) {
                    put(handle, last, numberOf);
                } else {
                    handle.execute(
                            "DELETE FROM alarm WHERE gate = ? AND by_hub = 0 AND alarm = ?",
                            numberOf.applyAsLong(last.gate()),
                            last.ref().alarm().value());
                }
            }
        }
    }

    private static void put(Handle handle, OpenAlarm alarm, ToLongFunction<GateIdentity> numberOf) {
        OperatorName by = alarm.acknowledgedBy();
        PictureId picture = alarm.picture();
        handle.execute(
                "INSERT OR REPLACE INTO alarm (gate, by_hub, alarm, kind, source_kind, source,"
                        + " detail, state, raised_at, heard_at, times, acknowledged_by, picture)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                numberOf.applyAsLong(alarm.gate()),
                alarm.ref().byHub() ? 1 : 0,
                alarm.ref().alarm().value(),
                alarm.kind().name(),
                alarm.source().kind().name(),
                alarm.source().id(),
                alarm.detail(),
                alarm.state().name(),
                alarm.raisedAt().toEpochMilli(),
                alarm.heardAt().toEpochMilli(),
                alarm.times(),
                by == null ? null : by.value(),
                picture == null ? null : picture.value());
    }

    static List<OpenAlarm> open(Handle handle) {
        return handle.createQuery(
                        "SELECT g.compound, g.gate, a.by_hub, a.alarm, a.kind, a.source_kind,"
                                + " a.source, a.detail, a.state, a.raised_at, a.heard_at, a.times,"
                                + " a.acknowledged_by, a.picture, p.digest"
                                + " FROM alarm a JOIN gate g ON g.id = a.gate"
                                + " LEFT JOIN picture p"
                                + " ON p.gate = a.gate AND p.picture = a.picture"
                                + " WHERE a.state <> 'RESET'")
                .map((row, context) -> read(row))
                .list();
    }

    static long lastOfHub(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(alarm), 0) FROM alarm WHERE by_hub = 1")
                .mapTo(long.class)
                .one();
    }

    private static OpenAlarm read(ResultSet row) throws SQLException {
        String by = row.getString("acknowledged_by");
        byte @Nullable [] digest = row.getBytes("digest");
        return new OpenAlarm(
                new AlarmRef(
                        new CompoundId(row.getString("compound")),
                        new GateId(row.getString("gate")),
                        row.getBoolean("by_hub"),
                        new AlarmId(row.getLong("alarm"))),
                AlarmKind.valueOf(row.getString("kind")),
                new AlarmSource(
                        DeviceKind.valueOf(row.getString("source_kind")), row.getString("source")),
                row.getString("detail"),
                AlarmState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("raised_at")),
                Instant.ofEpochMilli(row.getLong("heard_at")),
                row.getInt("times"),
                by == null ? null : new OperatorName(by),
                picture(row),
                digest == null ? null : Columns.digest(digest));
    }

    private static @Nullable PictureId picture(ResultSet row) throws SQLException {
        long picture = row.getLong("picture");
        return row.wasNull() ? null : new PictureId(picture);
    }
}
