package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The gate's one database file and the one connection to it.
///
/// It belongs to one thread at a time: to the one that opens it and loads the rules, then to the
/// journal's. Every commit is on the disk when it returns (`synchronous=FULL`), and no other
/// process can open the file meanwhile.
public final class GateDatabase implements AutoCloseable {
    /// Its name in the data folder.
    public static final String FILE_NAME = "gate.db";

    /// Marks the file as a gate's, so that another SQLite file is not taken for one.
    private static final int APPLICATION_ID = 0x4d46_4754;

    private static final List<String> SMALL_TABLES =
            List.of("gate", "stream", "skipped", "rule_set", "rule_in_force", "ledger");

    private static final String PRIVATE_FOLDER = "rwx------";
    private static final String PRIVATE_FILE = "rw-------";

    private static final String KEEP_AS_EVIDENCE =
            "keep "
                    + FILE_NAME
                    + " as evidence: move it away, start again, and import the rules again";

    private final Connector connector;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final DatabaseHold hold = new DatabaseHold(this);
    private @Nullable NumberMark mark;
    private @Nullable FileIdentity file;
    private Connection connection;
    private boolean writable;

    private GateDatabase(Connector connector, Connection connection, boolean writable) {
        this.connector = connector;
        this.connection = connection;
        this.writable = writable;
    }

    /// Opens the database of a data folder; makes folder and file where there are none.
    public static DatabaseOpening open(Path dataFolder) {
        return open(dataFolder, null);
    }

    /// The same.
    ///
    /// @param copies a folder on another disk, or in memory: a database that waits for a change
    ///   that its own disk does not take is copied there and read; none: it cannot be read then
    public static DatabaseOpening open(Path dataFolder, @Nullable Path copies) {
        try {
            Path file = makePrivate(dataFolder);
            Optional<String> damage = LogFile.damageBeside(file);
            if (damage.isPresent()) {
                return new DatabaseOpening.Unusable(damage.get(), KEEP_AS_EVIDENCE, true);
            }
            DatabaseOpening opening = open(new SqliteConnector(file, copies), Schema.current());
            if (opening instanceof DatabaseOpening.Opened(GateDatabase database)) {
                database.mark = new NumberMark(dataFolder);
                database.file = FileIdentity.of(file);
            }
            return opening;
        } catch (IOException e) {
            return new DatabaseOpening.Unusable(
                    "the data folder " + dataFolder + " cannot be made or entered (" + e + ")",
                    "check that the folder belongs to this user and that its disk can be written",
                    false);
        }
    }

    /// An empty database in memory, for a gate whose disk gives and takes nothing. Nothing written
    /// to it ever counts as durable.
    ///
    /// @param used numbers that may have been given out
    static GateDatabase standIn(NumberMark.Numbers used) throws SQLException {
        StandInConnector connector = new StandInConnector(Schema.current());
        GateDatabase database = new GateDatabase(connector, connector.connectToRead(), false);
        GateRow.beginAfter(database, used);
        database.execute("PRAGMA query_only = ON");
        return database;
    }

    /// What tells which numbers may have been given out; none for a database that is not written.
    @Nullable NumberMark mark() {
        return mark;
    }

    static DatabaseOpening open(Connector connector, Schema schema) {
        try {
            GateDatabase database = new GateDatabase(connector, connector.connect(), true);
            return database.prepare(schema);
        } catch (SQLException e) {
            return StorageFault.of(e).asksForNewConnection()
                    ? openReadOnly(connector, schema, e)
                    : unusable(e);
        }
    }

    private static DatabaseOpening openReadOnly(
            Connector connector, Schema schema, SQLException cause) {
        try {
            GateDatabase database = new GateDatabase(connector, connector.connectToRead(), false);
            return switch (database.prepare(schema)) {
                case DatabaseOpening.Opened opened ->
                        new DatabaseOpening.OpenedReadOnly(database, StorageFault.why(cause));
                case DatabaseOpening.OpenedReadOnly readOnly -> readOnly;
                case DatabaseOpening.Unusable unusable -> unusable;
            };
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return unusable(cause);
        }
    }

    /// Checks the file, and brings it to the schema that this program knows.
    private DatabaseOpening prepare(Schema schema) throws SQLException {
        try {
            int version = number("PRAGMA user_version");
            if (version > schema.version()) {
                close();
                return newer(version, schema.version());
            }
            if (version > 0 && number("PRAGMA application_id") != APPLICATION_ID) {
                close();
                return new DatabaseOpening.Unusable(
                        "the file " + FILE_NAME + " is not the database of a gate",
                        "move it away; the gate makes a new one",
                        true);
            }
            if (version < schema.version()) {
                execute("PRAGMA application_id = " + APPLICATION_ID);
                schema.bring(this, version);
            }
            checkSmallTables();
            return new DatabaseOpening.Opened(this);
        } catch (SQLException e) {
            closeAfter(e);
            throw e;
        }
    }

    /// The journal may be too large to check at each start: it is checked row by row, by its
    /// hashes, when it is read. The pieces of the rules have a digest.
    private void checkSmallTables() throws SQLException {
        for (String table : SMALL_TABLES) {
            String found = text("PRAGMA quick_check('" + table + "')");
            if (!found.equals("ok")) {
                throw new SQLException(found, null, StorageFault.CORRUPT.code());
            }
        }
    }

    private static DatabaseOpening newer(int version, int known) {
        return new DatabaseOpening.Unusable(
                "the database has schema version "
                        + version
                        + "; this program knows versions up to "
                        + known,
                "start the newer program again, or move "
                        + FILE_NAME
                        + " away and import the rules again",
                false);
    }

    private static DatabaseOpening unusable(SQLException e) {
        String whatToDo =
                switch (StorageFault.of(e)) {
                    case BUSY -> "stop the other gate program that runs on this data folder";
                    case FULL -> "make room on the disk of the data folder";
                    case WRONG_CONTENT, CORRUPT, NOT_A_DATABASE, CONSTRAINT, OTHER ->
                            KEEP_AS_EVIDENCE;
                    case READ_ONLY, INPUT_OUTPUT, CANNOT_OPEN ->
                            "check the disk or card of the data folder and the rights to its files";
                };
        return new DatabaseOpening.Unusable(
                StorageFault.why(e), whatToDo, StorageFault.of(e).isDamage());
    }

    private static Path makePrivate(Path dataFolder) throws IOException {
        if (!Files.isDirectory(dataFolder)) {
            Files.createDirectories(dataFolder.toAbsolutePath().getParent());
            Files.createDirectory(
                    dataFolder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(PRIVATE_FOLDER)));
        }
        Path file = dataFolder.resolve(FILE_NAME);
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(PRIVATE_FILE)));
        } catch (FileAlreadyExistsException e) {
            // Made by an earlier start, with these rights; SQLite gives them to the -wal file.
            return file;
        }
        return file;
    }

    /// Lets others copy the file.
    DatabaseHold hold() {
        return hold;
    }

    Connection connection() {
        return connection;
    }

    /// Whether the last connection made can write.
    boolean isWritable() {
        return writable;
    }

    /// A file that was deleted can still be written as long as it is open, and is gone after that.
    ///
    /// @throws SQLException if another file stands where the database was, or none
    void checkIsThere() throws SQLException {
        if (file != null && !file.isThere()) {
            throw new SQLException(
                    "the database file was taken away", null, StorageFault.INPUT_OUTPUT.code());
        }
    }

    /// Does work in one transaction: all of it is durable when this returns, or nothing of it.
    <T> T transaction(Work<T> work) throws SQLException {
        try {
            statement("BEGIN IMMEDIATE").execute();
            T result = work.run();
            statement("COMMIT").execute();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBackAfter(e);
            throw e;
        }
    }

    /// Does work that only reads.
    <T> T read(Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException e) {
            forgetStatementsAfter(e);
            throw e;
        }
    }

    private void forgetStatementsAfter(SQLException cause) {
        try {
            forgetStatements();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void rollBackAfter(Throwable cause) {
        try {
            // A prepared statement that failed once can answer "statement is not executing" for
            // ever after, so none of them is used again.
            forgetStatements();
            execute("ROLLBACK");
        } catch (SQLException e) {
            // After some failures SQLite has rolled back by itself, and says so here.
            cause.addSuppressed(e);
        }
    }

    private void forgetStatements() throws SQLException {
        List<PreparedStatement> all = List.copyOf(prepared.values());
        prepared.clear();
        for (PreparedStatement statement : all) {
            statement.close();
        }
    }

    /// The statement of a text, prepared once for a connection.
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /// Executes a statement that is not needed again.
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// Drops the connection and makes a new one: to write, or else to read. One that only reads is
    /// kept until there is one that writes, since it may have been costly to make.
    void reconnect() throws SQLException {
        if (!writable) {
            Connection fresh = connector.connect();
            close();
            connection = fresh;
            writable = true;
            return;
        }
        prepared.clear();
        try {
            connection.close();
        } finally {
            connectAgain();
        }
    }

    private void connectAgain() throws SQLException {
        try {
            connection = connector.connect();
            writable = true;
        } catch (SQLException e) {
            connection = connector.connectToRead();
            writable = false;
            throw e;
        }
    }

    private void closeAfter(SQLException cause) {
        try {
            close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        prepared.clear();
        connection.close();
    }

    /// Work within a transaction.
    interface Work<T> {
        T run() throws SQLException;
    }

    /// Makes connections to one file.
    interface Connector {
        Connection connect() throws SQLException;

        /// Connects to a file that nobody can write, as long as all of its content is in it.
        Connection connectToRead() throws SQLException;
    }
}
