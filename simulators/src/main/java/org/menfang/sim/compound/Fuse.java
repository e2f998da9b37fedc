package org.menfang.sim.compound;

import org.menfang.gate.Memory;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.gate.port.Cameras;
import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.Outputs;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.Readers;
import org.menfang.site.PointName;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.CommandResult;
import org.menfang.wire.Event;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// Sits before the ports of a gate and blows after a number of effects, so that the power can go
/// between any two of them.
final class Fuse {
    private int effectsLeft = -1;

    /// Blows before the effect that follows so many.
    void blowsAfter(int effects) {
        effectsLeft = effects;
    }

    /// From now on nothing blows.
    void mend() {
        effectsLeft = -1;
    }

    private void pass() {
        if (effectsLeft == 0) {
            effectsLeft = -1;
            throw new PowerCut();
        }
        if (effectsLeft > 0) {
            effectsLeft--;
        }
    }

    Ports before(Ports ports) {
        return new Ports(
                ports.time(),
                new FusedJournal(ports.journal()),
                new FusedLink(ports.hubLink()),
                fusedOutputs(ports.outputs()),
                fusedReaders(ports.readers()),
                fusedCameras(ports.cameras()),
                ports.faults());
    }

    private Outputs fusedOutputs(Outputs outputs) {
        return (PointName output, boolean energised) -> {
            pass();
            outputs.energise(output, energised);
        };
    }

    private Readers fusedReaders(Readers readers) {
        return (ReaderId reader, ReaderFeedback feedback) -> {
            pass();
            readers.show(reader, feedback);
        };
    }

    private Cameras fusedCameras(Cameras cameras) {
        return (PictureId picture, CameraId camera) -> {
            pass();
            cameras.take(picture, camera);
        };
    }

    private final class FusedJournal implements Journal {
        private final Journal journal;

        FusedJournal(Journal journal) {
            this.journal = journal;
        }

        @Override
        public void append(Event event) {
            pass();
            journal.append(event);
        }

        @Override
        public void remember(Memory memory) {
            pass();
            journal.remember(memory);
        }

        @Override
        public void keep(Entry entry) {
            pass();
            journal.keep(entry);
        }

        @Override
        public void forget(EntryKey key) {
            pass();
            journal.forget(key);
        }

        @Override
        public void checkAcknowledgement(Acknowledgement acknowledgement) {
            pass();
            journal.checkAcknowledgement(acknowledgement);
        }

        @Override
        public void signHead(EventStream stream, long seq) {
            pass();
            journal.signHead(stream, seq);
        }
    }

    private final class FusedLink implements HubLink {
        private final HubLink link;

        FusedLink(HubLink link) {
            this.link = link;
        }

        @Override
        public void publish(EventStream stream, long fromSeq, long toSeq) {
            pass();
            link.publish(stream, fromSeq, toSeq);
        }

        @Override
        public void publishState(GateState state) {
            pass();
            link.publishState(state);
        }

        @Override
        public void announceLife(GateLife life) {
            pass();
            link.announceLife(life);
        }

        @Override
        public void reportResult(CommandResult result) {
            pass();
            link.reportResult(result);
        }
    }
}
