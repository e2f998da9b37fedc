package org.menfang.hub.rules;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.menfang.wire.GateIdentity;

/// Brings the newest set of each compound to each of its gates. The broker keeps it for a gate that
/// is away; after each new connection to the broker everything is sent again, since nobody knows
/// what the broker has kept.
///
/// Any thread may call it.
public final class RulesDelivery {
    private static final System.Logger LOG = System.getLogger(RulesDelivery.class.getName());

    private final RulesShelf shelf;
    private final Gates gates;
    private final RulesWire wire;
    private final SortedMap<GateIdentity, Long> sent = new TreeMap<>();
    private String saidFault = "";

    /// Where the gates are known.
    @FunctionalInterface
    public interface Gates {
        Collection<GateIdentity> all() throws IOException;
    }

    /// The way to the gates.
    @FunctionalInterface
    public interface RulesWire {
        /// @return false if it could not be taken now
        boolean publishRules(GateIdentity gate, byte[] envelope);
    }

    public RulesDelivery(RulesShelf shelf, Gates gates, RulesWire wire) {
        this.shelf = shelf;
        this.gates = gates;
        this.wire = wire;
    }

    /// There is a new connection to the broker.
    public synchronized void linkUp() {
        sent.clear();
    }

    /// Sends what is new. What fails is said once, and tried again at the next look.
    public synchronized void look() {
        try {
            List<RulesShelf.Shelved> newest = shelf.newestOfAll();
            if (!newest.isEmpty()) {
                bring(newest, gates.all());
            }
            saidFault = "";
        } catch (IOException | RuntimeException e) {
            String fault = String.valueOf(e.getMessage());
            if (!fault.equals(saidFault)) {
                saidFault = fault;
                LOG.log(System.Logger.Level.ERROR, "rule sets cannot be delivered: " + fault, e);
            }
        }
    }

    private void bring(List<RulesShelf.Shelved> newest, Collection<GateIdentity> all)
            throws IOException {
        for (RulesShelf.Shelved set : newest) {
            for (GateIdentity gate : all) {
                if (gate.compound().equals(set.compound())
                        && sent.getOrDefault(gate, 0L) < set.version()) {
                    bring(set, gate);
                }
            }
        }
    }

    private void bring(RulesShelf.Shelved set, GateIdentity gate) throws IOException {
        if (wire.publishRules(gate, set.envelope())) {
            sent.put(gate, set.version());
            LOG.log(
                    System.Logger.Level.INFO,
                    "rules of version {0} are on their way to {1}",
                    set.version(),
                    gate);
        }
    }
}
