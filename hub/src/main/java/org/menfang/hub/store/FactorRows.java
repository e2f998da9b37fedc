package org.menfang.hub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Factor;
import org.menfang.vocabulary.OperatorName;

/// Second factors as rows.
final class FactorRows {
    private FactorRows() {}

    static Factor.App app(ResultSet row) throws SQLException {
        return new Factor.App(
                new OperatorName(row.getString("name")),
                row.getBytes("secret"),
                instant(row, "confirmed_at"),
                row.getLong("last_step"));
    }

    static void save(Handle handle, Factor.App app) {
        handle.createUpdate(
                        """
                        INSERT INTO app (name, secret, confirmed_at, last_step)
                        VALUES (:name, :secret, :confirmed, :step)
                        ON CONFLICT (name) DO UPDATE
                        SET secret = excluded.secret, confirmed_at = excluded.confirmed_at,
                            last_step = excluded.last_step
                        """)
                .bind("name", app.name().value())
                .bind("secret", app.secret())
                .bind("confirmed", millis(app.confirmedAt()))
                .bind("step", app.lastStep())
                .execute();
    }

    static Factor.Passkey passkey(ResultSet row) throws SQLException {
        return new Factor.Passkey(
                row.getString("id"),
                new OperatorName(row.getString("name")),
                row.getString("label"),
                row.getBytes("credential"),
                row.getLong("sign_count"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                instant(row, "used_at"));
    }

    static void save(Handle handle, Factor.Passkey passkey) {
        handle.createUpdate(
                        """
                        INSERT INTO passkey
                            (id, name, label, credential, sign_count, added_at, used_at)
                        VALUES (:id, :name, :label, :credential, :count, :added, :used)
                        ON CONFLICT (id) DO UPDATE
                        SET label = excluded.label, sign_count = excluded.sign_count,
                            used_at = excluded.used_at
                        """)
                .bind("id", passkey.id())
                .bind("name", passkey.name().value())
                .bind("label", passkey.label())
                .bind("credential", passkey.credential())
                .bind("count", passkey.signCount())
                .bind("added", passkey.addedAt().toEpochMilli())
                .bind("used", millis(passkey.usedAt()))
                .execute();
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
