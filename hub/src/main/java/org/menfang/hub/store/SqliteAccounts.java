package org.menfang.hub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.menfang.hub.accounts.Account;
import org.menfang.hub.accounts.AccountStore;
import org.menfang.hub.accounts.Factor;
import org.menfang.hub.accounts.Session;
import org.menfang.hub.accounts.Tries;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Accounts, sessions and counted tries in the hub's database file.
public final class SqliteAccounts implements AccountStore {
    private final Database database;

    public SqliteAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Account> account(OperatorName name) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM account WHERE name = :name")
                        .bind("name", name.value())
                        .map((row, context) -> accountOf(row))
                        .findOne());
    }

    @Override
    public void save(Account account) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO account (name, since, password_hash)
                                VALUES (:name, :since, :hash)
                                ON CONFLICT (name) DO UPDATE
                                SET since = excluded.since, password_hash = excluded.password_hash
                                """)
                        .bind("name", account.name().value())
                        .bind("since", account.since().toEpochMilli())
                        .bind("hash", account.passwordHash())
                        .execute());
    }

    @Override
    public Optional<Session> session(Sha256 id) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM session WHERE id = :id")
                        .bind("id", id.value())
                        .map((row, context) -> sessionOf(row))
                        .findOne());
    }

    @Override
    public List<Session> sessions(OperatorName name) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM session WHERE name = :name ORDER BY seen_at")
                        .bind("name", name.value())
                        .map((row, context) -> sessionOf(row))
                        .list());
    }

    @Override
    public void save(Session session) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO session (id, name, begun_at, seen_at, proved_at)
                                VALUES (:id, :name, :begun, :seen, :proved)
                                ON CONFLICT (id) DO UPDATE
                                SET seen_at = excluded.seen_at,
                                    proved_at = max(ifnull(proved_at, excluded.proved_at),
                                                    ifnull(excluded.proved_at, proved_at))
                                """)
                        .bind("id", session.id().value())
                        .bind("name", session.name().value())
                        .bind("begun", session.begunAt().toEpochMilli())
                        .bind("seen", session.seenAt().toEpochMilli())
                        .bind("proved", FactorRows.millis(session.provedAt()))
                        .execute());
    }

    @Override
    public void endSession(Sha256 id) {
        database.change(handle ->
                handle.createUpdate("DELETE FROM session WHERE id = :id")
                        .bind("id", id.value())
                        .execute());
    }

    @Override
    public void endSessionsBefore(Instant begun, Instant seen) {
        database.change(handle ->
                handle.createUpdate(
                                "DELETE FROM session WHERE begun_at < :begun OR seen_at < :seen")
                        .bind("begun", begun.toEpochMilli())
                        .bind("seen", seen.toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<Tries> tries(Sha256 key) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM tries WHERE key = :key")
                        .bind("key", key.value())
                        .map((row, context) -> triesOf(row))
                        .findOne());
    }

    @Override
    public void save(Tries tries) {
        database.change(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO tries (key, count, last) VALUES (:key, :count, :last)
                            ON CONFLICT (key) DO UPDATE
                            SET count = excluded.count, last = excluded.last
                            """)
                    .bind("key", tries.key().value())
                    .bind("count", tries.count())
                    .bind("last", tries.last().toEpochMilli())
                    .execute();
            forgetOldest(handle);
        });
    }

    @Override
    public void forgetTries(Sha256 key) {
        database.change(handle ->
                handle.createUpdate("DELETE FROM tries WHERE key = :key")
                        .bind("key", key.value())
                        .execute());
    }

    @Override
    public void forgetTriesBefore(Instant last) {
        database.change(handle ->
                handle.createUpdate("DELETE FROM tries WHERE last < :last")
                        .bind("last", last.toEpochMilli())
                        .execute());
    }

    private static void forgetOldest(Handle handle) {
        handle.createUpdate(
                        """
                        DELETE FROM tries WHERE key IN (
                            SELECT key FROM tries ORDER BY last DESC, key LIMIT -1 OFFSET :max)
                        """)
                .bind("max", TRIES_ROWS_MAX)
                .execute();
    }

    @Override
    public Optional<Factor.App> app(OperatorName name) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM app WHERE name = :name")
                        .bind("name", name.value())
                        .map((row, context) -> FactorRows.app(row))
                        .findOne());
    }

    @Override
    public void save(Factor.App app) {
        database.change(handle -> FactorRows.save(handle, app));
    }

    @Override
    public void removeApp(OperatorName name) {
        database.change(handle ->
                handle.createUpdate("DELETE FROM app WHERE name = :name")
                        .bind("name", name.value())
                        .execute());
    }

    @Override
    public Optional<Factor.Passkey> passkey(String id) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM passkey WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> FactorRows.passkey(row))
                        .findOne());
    }

    @Override
    public List<Factor.Passkey> passkeys(OperatorName name) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM passkey WHERE name = :name ORDER BY added_at")
                        .bind("name", name.value())
                        .map((row, context) -> FactorRows.passkey(row))
                        .list());
    }

    @Override
    public void save(Factor.Passkey passkey) {
        database.change(handle -> FactorRows.save(handle, passkey));
    }

    @Override
    public void removePasskey(String id) {
        database.change(handle ->
                handle.createUpdate("DELETE FROM passkey WHERE id = :id").bind("id", id).execute());
    }

    private static Account accountOf(ResultSet row) throws SQLException {
        return new Account(
                new OperatorName(row.getString("name")),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getString("password_hash"));
    }

    private static Session sessionOf(ResultSet row) throws SQLException {
        return new Session(
                new Sha256(row.getString("id")),
                new OperatorName(row.getString("name")),
                Instant.ofEpochMilli(row.getLong("begun_at")),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                FactorRows.instant(row, "proved_at"));
    }

    private static Tries triesOf(ResultSet row) throws SQLException {
        return new Tries(
                new Sha256(row.getString("key")),
                row.getInt("count"),
                Instant.ofEpochMilli(row.getLong("last")));
    }
}
