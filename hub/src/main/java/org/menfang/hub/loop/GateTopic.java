package org.menfang.hub.loop;

import java.util.Optional;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Name;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.Protocol;

/// A topic that a gate writes to.
///
/// @param leaf its last level: events, alarms, state, life or result
record GateTopic(GateIdentity gate, String leaf) {
    private static final int LEVELS = 5;

    /// Empty where the topic has another form.
    static Optional<GateTopic> read(String topic) {
        String[] levels = topic.split("/", LEVELS + 1);
        boolean ours =
                levels.length == LEVELS
                        && levels[0].equals("menfang")
                        && levels[1].equals(Integer.toString(Protocol.VERSION))
                        && Name.isValid(levels[2])
                        && Name.isValid(levels[3]);
        return ours
                ? Optional.of(
                        new GateTopic(
                                new GateIdentity(new CompoundId(levels[2]), new GateId(levels[3])),
                                levels[4]))
                : Optional.empty();
    }
}
