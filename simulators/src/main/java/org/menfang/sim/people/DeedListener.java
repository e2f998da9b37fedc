package org.menfang.sim.people;

import org.menfang.vocabulary.GateId;

/// Hears what people really do, and at which gate.
@FunctionalInterface
public interface DeedListener {
    void did(GateId gate, Deed deed);
}
