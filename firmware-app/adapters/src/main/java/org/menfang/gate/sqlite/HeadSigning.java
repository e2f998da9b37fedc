package org.menfang.gate.sqlite;

import org.menfang.gate.Input;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// Signs the heads of one gate's streams.
record HeadSigning(CompoundId compound, GateId gate, long boot, HeadSigner signer) {
    Input sign(BatchAnswers.Head head) {
        StreamLog.Link link = head.link();
        String text =
                compound
                        + "/"
                        + gate
                        + "/"
                        + head.stream().wireName()
                        + "/"
                        + link.seq()
                        + "/"
                        + link.hash()
                        + "/"
                        + boot;
        return new Input.HeadSignatureMade(
                head.stream(), link.seq(), link.hash(), signer.sign(text));
    }
}
