package org.menfang.sim.compound;

import org.menfang.gate.JournalStart;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Ports;
import org.menfang.gate.rule.AccessTable;
import org.menfang.hub.loop.GateWire;
import org.menfang.hub.store.HubStore;
import org.menfang.vocabulary.GateId;

/// Where a fault of the software itself can be planted, to see whether anybody notices.
public interface Seams {
    /// Software as it is.
    Seams NONE = new Seams() {};

    /// What a gate starts with.
    default JournalStart start(GateId gate, JournalStart start) {
        return start;
    }

    /// What a gate decides by.
    default AccessTable rules(GateId gate, AccessTable table) {
        return table;
    }

    /// What a gate does.
    default Ports ports(GateId gate, Ports ports) {
        return ports;
    }

    /// What a gate hears.
    default Inbox inbox(GateId gate, Inbox inbox) {
        return inbox;
    }

    /// What the hub keeps.
    default HubStore store(HubStore store) {
        return store;
    }

    /// What the hub says.
    default GateWire wire(GateWire wire) {
        return wire;
    }
}
