package org.menfang.gate.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/// The functions of the C library that are called, and their `errno`.
///
/// Types are those of 64-bit Linux, where `size_t` and `long` have eight bytes.
final class LinuxCalls {
    static final MethodHandle OPEN = function("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
    static final MethodHandle CLOSE = function("close", 0, JAVA_INT, JAVA_INT);
    static final MethodHandle READ = function("read", 0, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    static final MethodHandle WRITE = function("write", 0, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    static final MethodHandle IOCTL_POINTER =
            function("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    static final MethodHandle IOCTL_VALUE =
            function("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle POLL = function("poll", 0, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    static final MethodHandle EVENTFD = function("eventfd", 0, JAVA_INT, JAVA_INT, JAVA_INT);

    static final MethodHandle SOCKET =
            function("socket", 0, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    static final MethodHandle BIND = function("bind", 0, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    static final MethodHandle SENDTO =
            function(
                    "sendto", 0, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS,
                    JAVA_INT);

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET = STATE.byteOffset(PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> CAPTURED =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private LinuxCalls() {}

    /// One call of one function; it hands on where `errno` is to be captured.
    @FunctionalInterface
    interface Call {
        /// @throws Throwable as every method handle may
        long make(MemorySegment captured) throws Throwable;
    }

    /// Makes a call, again if a signal came in between.
    ///
    /// @param what what it is for, to stand at the head of a message
    static long checked(String what, Call call) throws LinuxException {
        while (true) {
            long result = once(call);
            if (result >= 0) {
                return result;
            }
            if (-result != Errno.EINTR.number()) {
                throw new LinuxException(what, (int) -result);
            }
        }
    }

    /// Makes a call.
    ///
    /// @return what it answers, or the negative `errno`
    static long once(Call call) {
        MemorySegment captured = CAPTURED.get();
        try {
            long result = call.make(captured);
            return result >= 0 ? result : -captured.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call into the C library cannot throw this", e);
        }
    }

    /// @param fixedParameters how many come before those of a variable number; 0 for all
    // The JDK marks every way into native code; this package is ours.
    @SuppressWarnings("restricted")
    private static MethodHandle function(
            String name, int fixedParameters, ValueLayout result, ValueLayout... parameters) {
        List<Linker.Option> options = new ArrayList<>();
        options.add(Linker.Option.captureCallState("errno"));
        if (fixedParameters > 0) {
            options.add(Linker.Option.firstVariadicArg(fixedParameters));
        }
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, parameters),
                options.toArray(Linker.Option[]::new));
    }
}
