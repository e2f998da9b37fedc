package org.menfang.sim.fault;

import org.menfang.cose.SigningKey;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.GateId;

/// What faults may have people and the committee do.
public interface Town {
    /// Two people use each other's cards.
    ///
    /// @return gives both back
    Runnable lendsCards(Chance chance);

    /// Somebody loses a card and somebody else finds it; it is reported, and the committee takes it
    /// out of force.
    void losesCard(Chance chance);

    /// A stranger comes to a gate with a copy of somebody's card.
    void copiesCard(GateId gate, Chance chance);

    /// Somebody without a card waits at a gate, and goes in behind somebody else.
    void slipsThrough(GateId gate, Chance chance);

    /// The newest rules, signed by somebody else.
    byte[] rulesSignedBy(SigningKey other);

    /// Rules of another compound, well signed.
    byte[] rulesOfAnotherCompound();
}
