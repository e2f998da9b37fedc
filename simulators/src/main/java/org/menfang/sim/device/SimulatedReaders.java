package org.menfang.sim.device;

import java.util.Map;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.port.Readers;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.ReaderId;

/// Brings what the gate shows to the simulated readers.
record SimulatedReaders(Map<ReaderId, SimulatedReader> readers, Timeline timeline)
        implements Readers {
    @Override
    public void show(ReaderId reader, ReaderFeedback feedback) {
        SimulatedReader target = readers.get(reader);
        if (target == null) {
            throw new IllegalArgumentException("no reader " + reader);
        }
        timeline.soon(() -> target.show(feedback));
    }
}
