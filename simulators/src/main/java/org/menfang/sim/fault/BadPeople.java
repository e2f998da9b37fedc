package org.menfang.sim.fault;

import java.time.Duration;

/// What people do that they should not.
final class BadPeople {

    private BadPeople() {}

    /// Two people swap their cards for a while.
    static Fault lend() {
        return new AtCentre(
                FaultName.CARDS_LENT,
                Rhythm.ofHours(1, 4, Duration.ofHours(2), Duration.ofHours(12)),
                stage -> stage.town().lendsCards(stage.chance()));
    }

    /// A card is lost, found, used by the finder, and taken out of force.
    static Fault lose() {
        return AtCentre.inAMoment(
                FaultName.CARDS_LOST,
                Rhythm.ofMoments(3, 20),
                stage -> {
                    stage.town().losesCard(stage.chance());
                });
    }

    /// A stranger uses a copy of a card.
    static Fault copy() {
        return AtGates.inAMoment(
                FaultName.CARDS_CLONED,
                Rhythm.ofMoments(2, 10),
                (stage, gate) -> {
                    stage.town().copiesCard(gate.id(), stage.chance());
                });
    }

    /// Somebody goes in behind somebody else.
    static Fault tailgate() {
        return AtGates.inAMoment(
                FaultName.TAILGATING,
                Rhythm.ofMoments(1, 5),
                (stage, gate) -> {
                    stage.town().slipsThrough(gate.id(), stage.chance());
                });
    }
}
