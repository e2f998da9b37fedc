package org.menfang.wire;

import java.util.Comparator;
import java.util.Optional;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Name;

/// The name of one gate among those of all compounds. Written out as `compound/gate` it is the
/// common name in the gate's certificate, its client id at the broker, and the prefix of its
/// topics.
public record GateIdentity(CompoundId compound, GateId gate) implements Comparable<GateIdentity> {
    private static final Comparator<GateIdentity> ORDER =
            Comparator.comparing(GateIdentity::compound).thenComparing(GateIdentity::gate);

    /// The identity that a text spells out; empty if it spells none.
    public static Optional<GateIdentity> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String compound = text.substring(0, slash);
        String gate = text.substring(slash + 1);
        return Name.isValid(compound) && Name.isValid(gate)
                ? Optional.of(new GateIdentity(new CompoundId(compound), new GateId(gate)))
                : Optional.empty();
    }

    public Topics topics() {
        return new Topics(compound, gate);
    }

    @Override
    public int compareTo(GateIdentity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return compound + "/" + gate;
    }
}
