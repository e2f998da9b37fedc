package org.menfang.hub.web.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Care;
import org.menfang.hub.response.CareRule;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Priority;
import org.menfang.vocabulary.Sha256;

/// One open alarm.
///
/// @param mayReset whether a reset would be taken now
/// @param mayWait whether it may be put aside at all
/// @param care what people do about it
public record AlarmView(
        CompoundId compound,
        GateId gate,
        String gateName,
        boolean byHub,
        long id,
        AlarmKind kind,
        Priority priority,
        AlarmSource source,
        String sourceName,
        String detail,
        AlarmState state,
        boolean answered,
        boolean mayReset,
        Instant raisedAt,
        Instant heardAt,
        int times,
        @Nullable OperatorName acknowledgedBy,
        @Nullable Sha256 picture,
        boolean mayWait,
        Care care) {
    static AlarmView of(AlarmCard card, GateNames names) {
        AlarmRef ref = card.ref();
        return new AlarmView(
                ref.compound(),
                ref.gate(),
                names.of(ref.compound(), ref.gate()),
                ref.byHub(),
                ref.alarm().value(),
                card.kind(),
                card.kind().priority(),
                card.source(),
                card.sourceName(),
                card.detail(),
                card.state(),
                card.isAnswered(),
                card.state().after(AlarmState.Act.RESET).isPresent(),
                card.raisedAt(),
                card.heardAt(),
                card.times(),
                card.acknowledgedBy(),
                card.picture(),
                CareRule.mayWait(card.kind()),
                card.care());
    }
}
