package org.menfang.hub.round;

import java.time.Instant;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// What somebody does with a round.
public sealed interface RoundAct {
    /// When it happened, wherever it was noted down.
    Instant at();

    record Begin(OperatorName who, Instant at) implements RoundAct {}

    record Reach(OperatorName who, Instant at, String point, How how) implements RoundAct {}

    record LookAt(OperatorName who, Instant at, String point, String check, boolean ok, String note)
            implements RoundAct {}

    record Photograph(OperatorName who, Instant at, String point, Sha256 picture)
            implements RoundAct {}

    record Report(OperatorName who, Instant at, String point, String what) implements RoundAct {}

    record End(OperatorName who, Instant at, String reason) implements RoundAct {}

    /// Its time is over.
    record Lapse(Instant at) implements RoundAct {}
}
