package org.menfang.gate.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/// Connects to real SQLite, and lets a test do something before each transaction begins or commits.
final class FaultyConnector implements GateDatabase.Connector {
    static final String BEGIN = "BEGIN IMMEDIATE";
    static final String COMMIT = "COMMIT";

    private final SqliteConnector real;
    private volatile Fault fault = (sql, connection) -> {};

    FaultyConnector(Path folder) {
        real = new SqliteConnector(folder.resolve(GateDatabase.FILE_NAME));
    }

    /// Happens on the journal's thread.
    interface Fault {
        void before(String sql, Connection connection) throws SQLException;
    }

    void become(Fault next) {
        fault = next;
    }

    void heal() {
        become((sql, connection) -> {});
    }

    /// The database file cannot grow.
    void becomeFull() {
        become((sql, connection) -> {
            if (sql.equals(BEGIN)) {
                execute(connection, "PRAGMA max_page_count = 1");
            }
        });
    }

    /// There is room again.
    void becomeEmpty() {
        become((sql, connection) -> {
            if (sql.equals(BEGIN)) {
                execute(connection, "PRAGMA max_page_count = 1000000");
            }
        });
    }

    /// The file system was mounted read-only.
    void becomeReadOnly() {
        become((sql, connection) -> {
            if (sql.equals(BEGIN)) {
                execute(connection, "PRAGMA query_only = ON");
            }
        });
    }

    /// The disk answers with errors.
    void becomeBroken() {
        become((sql, connection) -> {
            if (sql.equals(COMMIT)) {
                throw new SQLException("disk I/O error", null, StorageFault.INPUT_OUTPUT.code());
            }
        });
    }

    /// The disk hangs until the latch is open.
    ///
    /// @return opens when the journal's thread hangs
    CountDownLatch becomeSlow(CountDownLatch until) {
        CountDownLatch hangs = new CountDownLatch(1);
        become((sql, connection) -> {
            if (sql.equals(COMMIT)) {
                hangs.countDown();
                await(until);
            }
        });
        return hangs;
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return wrap(real.connect());
    }

    @Override
    public Connection connectToRead() throws SQLException {
        return wrap(real.connectToRead());
    }

    private Connection wrap(Connection connection) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    Object result = call(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                            ? wrap(connection, statement, (String) arguments[0])
                            : result;
                });
    }

    private PreparedStatement wrap(Connection connection, PreparedStatement statement, String sql) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> {
                    if (method.getName().equals("execute")) {
                        fault.before(sql, connection);
                    }
                    return call(statement, method, arguments);
                });
    }

    private interface Calls {
        Object call(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> calls.call(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
