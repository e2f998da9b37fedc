package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.GateController;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Memory;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.TimeSource;
import org.menfang.gate.port.memory.InMemoryHubLink;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;

/// The thread that decides, and how it ends.
@Timeout(60)
class GateThreadTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");

    private final BoundedInbox inbox = new BoundedInbox();
    private final AtomicInteger madeSafe = new AtomicInteger();

    @Test
    void when_it_is_asked_to_stop_the_locks_become_safe_and_all_is_fine() throws Exception {
        try (Teller teller = new Teller(System.getLogger("test"))) {
            GateThread thread = new GateThread(inbox, madeSafe::incrementAndGet, teller);
            thread.start(loop(GateThreadTest::now), () -> {});
            thread.requestStop("the test is over", ExitStatus.FINE);
            assertEquals(ExitStatus.FINE, thread.awaitEnd());
            assertEquals(1, madeSafe.get());
        }
    }

    @Test
    void when_the_loop_breaks_the_locks_become_safe_and_the_fault_is_told() throws Exception {
        checkEndsSafe(() -> {
            throw new IllegalStateException("a planted fault");
        });
    }

    @Test
    void when_the_machine_beneath_the_loop_breaks_the_locks_become_safe_too() throws Exception {
        checkEndsSafe(() -> {
            throw new NoClassDefFoundError("gone with the file system");
        });
    }

    private void checkEndsSafe(TimeSource broken) throws Exception {
        try (Teller teller = new Teller(System.getLogger("test"))) {
            GateThread thread = new GateThread(inbox, madeSafe::incrementAndGet, teller);
            thread.start(loop(broken), () -> {});
            assertEquals(ExitStatus.INTERNAL, thread.awaitEnd());
            assertEquals(1, madeSafe.get());
        }
    }

    @Test
    void a_stop_for_faults_is_not_turned_into_a_fine_one() throws Exception {
        try (Teller teller = new Teller(System.getLogger("test"))) {
            GateThread thread = new GateThread(inbox, madeSafe::incrementAndGet, teller);
            thread.requestStop("faults", ExitStatus.INTERNAL);
            thread.requestStop("the program was told to stop", ExitStatus.FINE);
            thread.start(loop(GateThreadTest::now), () -> {});
            assertEquals(ExitStatus.INTERNAL, thread.awaitEnd());
        }
    }

    private GateLoop loop(TimeSource time) {
        Site site = assertInstanceOf(SiteCheck.Good.class, SiteFiles.check(LANE)).site();
        GateController controller =
                new GateController(
                        site,
                        new SuncalcSunTimes(),
                        AccessTable.empty(site),
                        JournalStart.FIRST,
                        "test");
        Ports ports =
                new Ports(
                        time,
                        new SilentJournal(),
                        new InMemoryHubLink(),
                        (output, energised) -> {},
                        (reader, feedback) -> {},
                        (picture, camera) -> {},
                        new CountedFaults(
                                new Teller(System.getLogger("test")), System::nanoTime, () -> {}));
        return new GateLoop(controller, inbox, ports);
    }

    private static Moment now() {
        return new Moment(
                Instant.parse("2026-11-22T13:03:07Z"),
                new MonotonicTime(System.nanoTime() & Long.MAX_VALUE),
                TimeTrust.TRUSTED);
    }

    /// A journal that is never asked anything back.
    private static final class SilentJournal implements Journal {
        @Override
        public void append(Event event) {}

        @Override
        public void remember(Memory memory) {}

        @Override
        public void keep(Entry entry) {}

        @Override
        public void forget(EntryKey key) {}

        @Override
        public void checkAcknowledgement(Acknowledgement acknowledgement) {}

        @Override
        public void signHead(EventStream stream, long seq) {}
    }
}
