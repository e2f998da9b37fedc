package org.menfang.gate.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Connects to real SQLite, and cuts the power before a chosen statement: from then on nothing is
/// executed any more, and what is on the disk can be looked at elsewhere.
final class CutConnector implements GateDatabase.Connector {
    private final Path folder;
    private final SqliteConnector real;
    private int statementsLeft = Integer.MAX_VALUE;

    CutConnector(Path folder) {
        this.folder = folder;
        real = new SqliteConnector(folder.resolve(GateDatabase.FILE_NAME));
    }

    /// The power is gone.
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void cutAfter(int statements) {
        statementsLeft = statements;
    }

    /// Copies what is on the disk at this moment.
    static void copyDisk(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : List.of("", "-wal")) {
                Path file = from.resolve(GateDatabase.FILE_NAME + name);
                if (Files.exists(file)) {
                    Files.copy(
                            file,
                            to.resolve(file.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void copyDisk(Path to) {
        copyDisk(folder, to);
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = real.connect();
        return proxy(
                Connection.class,
                connection,
                result ->
                        switch (result) {
                            case PreparedStatement statement ->
                                    proxy(PreparedStatement.class, statement, same -> same);
                            case Statement statement ->
                                    proxy(Statement.class, statement, same -> same);
                            default -> result;
                        });
    }

    @Override
    public Connection connectToRead() throws SQLException {
        return real.connectToRead();
    }

    private interface Wrapping {
        Object wrap(Object result);
    }

    private <T> T proxy(Class<T> type, T target, Wrapping wrapping) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (method.getName().startsWith("execute") && statementsLeft-- <= 0) {
                                throw new PowerCut();
                            }
                            Object result = call(target, method, arguments);
                            return result == null ? null : wrapping.wrap(result);
                        }));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
