package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.sim.rig.GuestEnd;

/// Each class of tests that runs on the kernel of the rig, in a guest of its own.
@OnTheRig
@Timeout(2400)
final class KernelTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @TestFactory
    Stream<DynamicTest> wires() throws Exception {
        return GuestRun.of(WiresInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> chip() throws Exception {
        return GuestRun.of(LinuxChipInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> lines() throws Exception {
        return GuestRun.of(LinesInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> killedAndClosed() throws Exception {
        return GuestRun.of(KilledAndClosedInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> watchdog() throws Exception {
        return GuestRun.of(WatchdogInGuest.class, folder).tests();
    }

    @Test
    void a_machine_whose_watchdog_is_hungry_ends() throws Exception {
        GuestEnd end = GuestRun.endOf(HungryWatchdog.class, List.of(), folder);
        assertInstanceOf(GuestEnd.Died.class, end, end.output());
    }

    @TestFactory
    Stream<DynamicTest> keyboard() throws Exception {
        return GuestRun.of(KeyboardInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> chipsOnBus() throws Exception {
        return GuestRun.of(ChipsOnBusInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> wiegand() throws Exception {
        return GuestRun.of(WiegandInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> gate() throws Exception {
        return GuestRun.of(GateInGuest.class, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> doctor() throws Exception {
        return GuestRun.of(DoctorInGuest.class, folder).tests();
    }
}
