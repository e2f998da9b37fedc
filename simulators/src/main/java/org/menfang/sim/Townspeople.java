package org.menfang.sim;

import java.time.Duration;
import java.util.List;
import org.menfang.cose.SigningKey;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.fault.Town;
import org.menfang.sim.people.Mischief;
import org.menfang.sim.people.Person;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.GateId;

/// The people and the committee of a simulated compound, as faults use them.
final class Townspeople implements Town {
    private static final Duration FOUND_MIN = Duration.ofMinutes(5);
    private static final Duration FOUND_MAX = Duration.ofHours(3);
    private static final Duration REPORTED_MIN = Duration.ofMinutes(10);
    private static final Duration REPORTED_MAX = Duration.ofHours(2);
    private static final int FINDER_TRIES_MAX = 5;

    private final Compound compound;
    private final Mischief mischief;
    private final Committee committee;

    Townspeople(Compound compound, Mischief mischief, Committee committee) {
        this.compound = compound;
        this.mischief = mischief;
        this.committee = committee;
    }

    @Override
    public Runnable lendsCards(Chance chance) {
        return mischief.lend(chance);
    }

    @Override
    public void losesCard(Chance chance) {
        Person holder = mischief.somebody(chance);
        for (int tries = chance.between(1, FINDER_TRIES_MAX); tries > 0; tries--) {
            int gate = chance.below(compound.houses().size());
            compound.timeline()
                    .after(
                            chance.between(FOUND_MIN, FOUND_MAX),
                            () -> mischief.strangerComes(gate, holder, chance));
        }
        compound.timeline().after(chance.between(REPORTED_MIN, REPORTED_MAX), () -> report(holder));
    }

    private void report(Person holder) {
        mischief.hasNow(committee.reissue(holder));
    }

    @Override
    public void copiesCard(GateId gate, Chance chance) {
        mischief.strangerComes(number(gate), mischief.somebody(chance), chance);
    }

    @Override
    public void slipsThrough(GateId gate, Chance chance) {
        mischief.tailgate(number(gate), chance);
    }

    private int number(GateId gate) {
        List<GateId> gates = compound.houses().stream().map(GateHouse::id).toList();
        return gates.indexOf(gate);
    }

    @Override
    public byte[] rulesSignedBy(SigningKey other) {
        return committee.signedBy(other);
    }

    @Override
    public byte[] rulesOfAnotherCompound() {
        return committee.ofAnotherCompound();
    }
}
