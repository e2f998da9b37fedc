package org.menfang.hub.loop;

import java.time.Duration;
import org.menfang.vocabulary.CompoundId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;

/// The way to the gates. Its methods never block; what cannot be sent is dropped, since a gate asks
/// again and a command dies.
public interface GateWire {
    void answer(GateIdentity gate, Acknowledgement acknowledgement);

    /// @param expiry how long the command may be on its way
    void send(Command command, Duration expiry);

    /// Says from now on, at each connection, that the hub is there for the gates of a compound.
    void greet(CompoundId compound);
}
