package org.menfang.sim.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.menfang.cose.SigningKey;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.GateId;

/// A town without people, which writes down what they are made to do.
final class RecordingTown implements Town {
    private final List<String> done = new ArrayList<>();

    List<String> done() {
        return done;
    }

    @Override
    public Runnable lendsCards(Chance chance) {
        done.add("lent");
        return () -> done.add("given back");
    }

    @Override
    public void losesCard(Chance chance) {
        done.add("lost");
    }

    @Override
    public void copiesCard(GateId gate, Chance chance) {
        done.add("copied at " + gate);
    }

    @Override
    public void slipsThrough(GateId gate, Chance chance) {
        done.add("slipped through at " + gate);
    }

    @Override
    public byte[] rulesSignedBy(SigningKey other) {
        return "rules signed by somebody else".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] rulesOfAnotherCompound() {
        return "rules of another compound".getBytes(StandardCharsets.UTF_8);
    }
}
