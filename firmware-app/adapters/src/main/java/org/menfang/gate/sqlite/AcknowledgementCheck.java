package org.menfang.gate.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.Input;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;

/// Compares what the hub says it holds with what the journal holds.
final class AcknowledgementCheck {
    private final StreamLog log;

    AcknowledgementCheck(StreamLog log) {
        this.log = log;
    }

    /// The answers, in order.
    List<Input> answer(Acknowledgement acknowledgement) throws SQLException {
        long seq = acknowledgement.seq();
        long dropped = log.state().dropped().seq();
        List<Input> answers = new ArrayList<>();
        if (seq < dropped && !contradictsBeginning(acknowledgement)) {
            // There is nothing left to compare with, and nothing left of what the hub lacks.
            answers.add(
                    new Input.EventsDropped(
                            log.stream(),
                            seq + 1,
                            dropped,
                            "the hub went back behind what is kept here"));
            answers.add(matched(dropped));
        } else if (log.skipped().contains(seq)) {
            // The hub holds what a lost database wrote, and nothing here can be compared with it.
            answers.add(matched(seq));
        } else if (hashAt(seq).filter(acknowledgement.hash()::equals).isPresent()) {
            answers.add(matched(seq));
        } else {
            answers.add(new Input.AcknowledgementDiverged(log.stream(), seq));
        }
        return answers;
    }

    private static boolean contradictsBeginning(Acknowledgement acknowledgement) {
        return acknowledgement.seq() == 0 && !acknowledgement.hash().equals(Sha256.ZERO);
    }

    private Optional<Sha256> hashAt(long seq) throws SQLException {
        StreamLog.Link dropped = log.state().dropped();
        if (seq == dropped.seq()) {
            return Optional.of(dropped.hash());
        }
        return seq < dropped.seq() ? Optional.empty() : log.hashAt(seq);
    }

    private Input matched(long seq) {
        EventStream stream = log.stream();
        // There is nothing to send of numbers that were skipped.
        long upTo = log.skipped().after(seq);
        log.acknowledge(upTo);
        return new Input.AcknowledgementMatched(stream, upTo);
    }
}
