package org.menfang.fuzz;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// A reader that only its own package sees, since nobody else has anything to read with it. It is
/// called as it is, without the socket, the process or the database that stand before it, which
/// would take a thousand times its time.
final class Hidden {
    private final Executable member;

    private Hidden(Executable member) {
        member.setAccessible(true);
        this.member = member;
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("it has another name now: " + name, e);
        }
    }

    static Hidden method(String type, String name, Class<?>... parameters) {
        try {
            return new Hidden(type(type).getDeclaredMethod(name, parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("it has another name now: " + type + "." + name, e);
        }
    }

    static Hidden constructor(String type, Class<?>... parameters) {
        try {
            return new Hidden(type(type).getDeclaredConstructor(parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("it has another form now: " + type, e);
        }
    }

    /// Calls what belongs to no object. What it declares to throw is an answer: then there is
    /// nothing.
    @Nullable Object on(@Nullable Object... arguments) throws Exception {
        return call(null, arguments);
    }

    /// Calls what belongs to an object.
    @Nullable Object of(Object owner, @Nullable Object... arguments) throws Exception {
        return call(owner, arguments);
    }

    private @Nullable Object call(@Nullable Object owner, @Nullable Object... arguments)
            throws Exception {
        try {
            return switch (member) {
                case Method method -> method.invoke(owner, arguments);
                case Constructor<?> constructor -> constructor.newInstance(arguments);
            };
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof IOException && declares(IOException.class)) {
                return null;
            }
            if (thrown instanceof Exception exception) {
                throw exception;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private boolean declares(Class<?> exception) {
        for (Class<?> each : member.getExceptionTypes()) {
            if (each == exception) {
                return true;
            }
        }
        return false;
    }
}
