package org.menfang.hub.response;

import java.util.Comparator;
import org.menfang.hub.board.AlarmCard;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// What can raise one kind of alarm again and again: a thing at a gate.
public record Point(CompoundId compound, GateId gate, AlarmKind kind, AlarmSource source) {
    /// The most urgent first.
    public static final Comparator<Point> ORDER =
            Comparator.comparing((Point point) -> point.kind().priority())
                    .thenComparing(Point::compound)
                    .thenComparing(Point::gate)
                    .thenComparing(Point::kind)
                    .thenComparing(Point::source);

    public static Point of(AlarmCard card) {
        return new Point(card.ref().compound(), card.ref().gate(), card.kind(), card.source());
    }
}
