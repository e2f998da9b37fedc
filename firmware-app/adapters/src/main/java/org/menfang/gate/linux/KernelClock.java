package org.menfang.gate.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Asks the Linux kernel whether its clock is synchronised: `adjtimex(2)` with nothing to adjust.
///
/// The state is the same whichever program keeps the clock (systemd-timesyncd, chrony, ntpd), and
/// the kernel takes it back by itself when somebody sets the clock by hand.
public final class KernelClock {
    /// What `adjtimex` answers for a clock that is not synchronised.
    private static final int TIME_ERROR = 5;

    /// More than `struct timex` takes on any Linux. Only the answer is read, no field of it.
    private static final long TIMEX_BYTES = 512;

    private final Optional<MethodHandle> adjtimex;

    // Calling into the C library is what this package is for.
    @SuppressWarnings("restricted")
    public KernelClock() {
        Linker linker = Linker.nativeLinker();
        adjtimex =
                linker.defaultLookup()
                        .find("adjtimex")
                        .map(address ->
                                linker.downcallHandle(
                                        address,
                                        FunctionDescriptor.of(
                                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }

    /// Whether a time server keeps the clock in step; never where there is no such call.
    public boolean isSynchronised() {
        return adjtimex.map(KernelClock::state).filter(KernelClock::isGood).isPresent();
    }

    private static boolean isGood(int state) {
        return state >= 0 && state != TIME_ERROR;
    }

    private static int state(MethodHandle adjtimex) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
            return (int) adjtimex.invokeExact(timex);
        } catch (Throwable e) {
            throw new IllegalStateException("adjtimex cannot be called", e);
        }
    }
}
