package org.menfang.sim.bug;

import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.Outputs;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.sim.compound.Seams;
import org.menfang.vocabulary.GateId;

/// Gates of which one port does something else than it should.
interface ChangedPorts extends Seams {
    default TimeSource time(TimeSource time) {
        return time;
    }

    default Journal journal(Journal journal) {
        return journal;
    }

    default HubLink hubLink(HubLink link) {
        return link;
    }

    default Outputs outputs(Outputs outputs) {
        return outputs;
    }

    /// @param outputs as they are
    default Readers readers(Readers readers, Outputs outputs) {
        return readers;
    }

    @Override
    default Ports ports(GateId gate, Ports ports) {
        return new Ports(
                time(ports.time()),
                journal(ports.journal()),
                hubLink(ports.hubLink()),
                outputs(ports.outputs()),
                readers(ports.readers(), ports.outputs()),
                ports.cameras(),
                ports.faults());
    }
}
