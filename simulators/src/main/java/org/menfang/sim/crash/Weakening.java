package org.menfang.sim.crash;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Takes the synchronisation away from a database behind the back of the program that opened it:
/// the planted fault of the rig's controls. No program of the product can be asked for it.
final class Weakening {
    /// `NORMAL` or `OFF`; not set for the programs as they are.
    static final String PROPERTY = "menfang.crash.synchronous";

    private Weakening() {}

    /// @param field of the owner, that holds the connection or what has one
    static void weakenIfAsked(Object owner, String field) {
        String synchronous = System.getProperty(PROPERTY);
        if (synchronous == null) {
            return;
        }
        try (Statement statement = connection(owner, field).createStatement()) {
            statement.execute("PRAGMA synchronous = " + synchronous);
        } catch (ReflectiveOperationException | SQLException e) {
            throw new IllegalStateException("the control cannot be weakened", e);
        }
    }

    private static Connection connection(Object owner, String name)
            throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        Object held = field.get(owner);
        if (held == null) {
            throw new IllegalStateException(name + " is empty");
        }
        return held instanceof Connection connection
                ? connection
                : (Connection) held.getClass().getMethod("getConnection").invoke(held);
    }
}
