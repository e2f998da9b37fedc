package org.menfang.gate.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.menfang.gate.CardBits;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryHubLink;
import org.menfang.gate.port.memory.InMemoryOutputs;
import org.menfang.gate.port.memory.InMemoryReaders;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.port.memory.SettableTime;
import org.menfang.gate.reader.Wiegand;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.site.Site;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;

/// A gate that stands on files of which one bit was flipped: starts it, shows it every card there
/// is, and says whom it let in.
final class FlippedBits {
    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final ReaderId READER = new ReaderId("lane-reader");

    private FlippedBits() {}

    /// What a gate did.
    ///
    /// @param granted who was let in: cards by their number, passes by their text
    /// @param told whether it said that something is wrong with its storage
    record Outcome(Set<String> granted, boolean told) {}

    /// Starts a gate on a folder, shows it cards and passes, and stops it.
    ///
    /// @param shown cards by their number, passes by their text
    static Outcome of(Path data, Path memory, Site site, List<String> shown) {
        List<Input> told = new ArrayList<>();
        GateStorage storage =
                GateStorage.open(
                        new GateStorage.Request(data, memory, site, NOON, told::add, _ -> {}));
        try {
            Set<String> granted = granted(site, storage.table(), storage.start(), shown);
            return new Outcome(granted, told.stream().anyMatch(FlippedBits::isStorageAlarm));
        } finally {
            storage.journal().close();
        }
    }

    /// Whom a gate with these rights lets in.
    static Set<String> granted(
            Site site, AccessTable table, JournalStart start, List<String> shown) {
        BoundedInbox inbox = new BoundedInbox();
        SettableTime time = new SettableTime(NOON);
        Listening journal = new Listening(inbox);
        GateController controller =
                new GateController(site, new SuncalcSunTimes(), table, start, "test");
        GateLoop loop =
                new GateLoop(
                        controller,
                        inbox,
                        new Ports(
                                time,
                                journal,
                                new InMemoryHubLink(),
                                new InMemoryOutputs(),
                                new InMemoryReaders(),
                                new InMemoryCameras(),
                                new RecordedFaults()));
        Set<String> granted = new TreeSet<>();
        for (String each : shown) {
            time.pass(Duration.ofSeconds(90));
            settle(loop, inbox);
            journal.granted = false;
            inbox.offer(read(each));
            settle(loop, inbox);
            if (journal.granted) {
                granted.add(each);
            }
        }
        return granted;
    }

    private static void settle(GateLoop loop, BoundedInbox inbox) {
        do {
            loop.tick();
        } while (!inbox.isEmpty());
    }

    private static Input read(String shown) {
        if (shown.startsWith("wiegand")) {
            CardBits bits = Wiegand.encode(new CredentialIdentifier(shown)).orElseThrow();
            return new Input.CardRead(READER, bits);
        }
        return new Input.CodeRead(READER, shown);
    }

    private static boolean isStorageAlarm(Input input) {
        return input instanceof Input.StorageDamaged || input instanceof Input.JournalFailed;
    }

    /// Copies all files of a folder into an emptied one.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> old = Files.walk(to)) {
            for (Path path : old.sorted((one, other) -> other.compareTo(one)).toList()) {
                if (!path.equals(to)) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// A journal that makes everything durable at once, and notes grants.
    static final class Listening implements Journal {
        private final BoundedInbox inbox;
        private boolean granted;

        Listening(BoundedInbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public void append(Event event) {
            granted |= event.body() instanceof EventBody.AccessGranted;
            EventPosition position = event.position();
            inbox.offer(new Input.JournalCommitted(position));
        }

        @Override
        public void remember(Memory memory) {
            // Nobody asks for it again.
        }

        @Override
        public void keep(Entry entry) {
            // The same.
        }

        @Override
        public void forget(EntryKey key) {
            // The same.
        }

        @Override
        public void checkAcknowledgement(Acknowledgement acknowledgement) {
            // There is no hub.
        }

        @Override
        public void signHead(EventStream stream, long seq) {
            // The same.
        }
    }
}
