package org.menfang.hub.fleet;

import java.util.Comparator;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// Names one gate among those of all compounds.
public record GateName(CompoundId compound, GateId gate) implements Comparable<GateName> {
    private static final Comparator<GateName> ORDER =
            Comparator.comparing(GateName::compound).thenComparing(GateName::gate);

    @Override
    public int compareTo(GateName other) {
        return ORDER.compare(this, other);
    }

    /// The form that certificates have: `compound/gate`.
    @Override
    public String toString() {
        return compound + "/" + gate;
    }
}
