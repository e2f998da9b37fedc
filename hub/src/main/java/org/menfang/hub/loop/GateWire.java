package org.menfang.hub.loop;

import java.time.Duration;
import java.util.List;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.GateIdentity;

/// The way to the gates. Its methods never block; what cannot be sent is dropped, since a gate asks
/// again and a command dies.
public interface GateWire {
    void answer(GateIdentity gate, Acknowledgement acknowledgement);

    /// @param expiry how long the command may be on its way
    void send(Command command, Duration expiry);

    /// Tells a gate what another one granted.
    ///
    /// @param after see {@link org.menfang.wire.PeerEvents}
    /// @param texts the events' canonical texts
    void tellPeer(GateIdentity to, GateId from, long after, List<String> texts);

    /// Says from now on, at each connection, that the hub is there for the gates of a compound.
    void greet(CompoundId compound);
}
