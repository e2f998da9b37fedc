package org.menfang.gate.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Samples;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryHubLink;
import org.menfang.gate.port.memory.InMemoryJournal;
import org.menfang.gate.port.memory.InMemoryOutputs;
import org.menfang.gate.port.memory.InMemoryReaders;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.port.memory.SettableTime;
import org.menfang.site.PointName;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.json.EventTypes;

class GateLoopTest {
    private final BoundedInbox inbox = new BoundedInbox();
    private final SettableTime time = new SettableTime(Samples.NOON);
    private final InMemoryJournal journal = new InMemoryJournal(inbox, text -> "signed " + text);
    private final InMemoryOutputs outputs = new InMemoryOutputs();
    private final InMemoryReaders readers = new InMemoryReaders();
    private final RecordedFaults faults = new RecordedFaults();
    private final Ports ports =
            new Ports(
                    time,
                    journal,
                    new InMemoryHubLink(),
                    outputs,
                    readers,
                    new InMemoryCameras(),
                    faults);
    private final GateLoop loop =
            new GateLoop(Samples.controller(journal.start(inbox)), inbox, ports);
    private static final ReaderId NORTH_READER = new ReaderId("r-north");

    private Optional<Boolean> isNorthEnergised() {
        return outputs.isEnergised(PointName.lock(Samples.NORTH));
    }

    @Test
    void a_card_goes_from_the_reader_to_the_lock_and_the_lock_is_secured_again() {
        loop.tick();
        assertEquals(Optional.of(false), isNorthEnergised());

        inbox.offer(new Input.CardRead(NORTH_READER, Samples.bits("01:0001")));
        loop.tick();
        assertEquals(ReaderFeedback.READ, readers.shownAt(NORTH_READER));
        assertEquals(Optional.of(false), isNorthEnergised());

        journal.commit();
        loop.tick();
        assertEquals(ReaderFeedback.GRANTED, readers.shownAt(NORTH_READER));
        assertEquals(Optional.of(true), isNorthEnergised());

        time.pass(Duration.ofSeconds(5));
        loop.tick();
        assertEquals(Optional.of(false), isNorthEnergised());
        journal.commit();
        assertEquals(
                List.of(
                        "org.menfang.gate-started",
                        "org.menfang.access-granted",
                        "org.menfang.access-not-taken"),
                journal.stored(EventStream.EVENTS).stream()
                        .map(event -> EventTypes.nameOf(event.body()))
                        .toList());
        assertEquals(List.of(), faults.all());
    }
}
