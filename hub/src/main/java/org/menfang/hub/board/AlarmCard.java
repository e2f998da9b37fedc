package org.menfang.hub.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// One open alarm.
///
/// @param sourceName what people call the thing it comes from
/// @param detail what a person needs to know beyond kind and source; may be empty
/// @param raisedAt by the clock of the gate
/// @param heardAt by the clock of the hub
/// @param times how often its cause came, 1 and up
/// @param acknowledgedBy none until somebody answers
/// @param picture the picture taken when it was raised; none while there is none
/// @param care what people do about it
public record AlarmCard(
        AlarmRef ref,
        AlarmKind kind,
        AlarmSource source,
        String sourceName,
        String detail,
        AlarmState state,
        Instant raisedAt,
        Instant heardAt,
        int times,
        @Nullable OperatorName acknowledgedBy,
        @Nullable Sha256 picture,
        Care care) {
    /// An alarm that nobody cares for yet.
    public AlarmCard(
            AlarmRef ref,
            AlarmKind kind,
            AlarmSource source,
            String sourceName,
            String detail,
            AlarmState state,
            Instant raisedAt,
            Instant heardAt,
            int times,
            @Nullable OperatorName acknowledgedBy,
            @Nullable Sha256 picture) {
        this(
                ref,
                kind,
                source,
                sourceName,
                detail,
                state,
                raisedAt,
                heardAt,
                times,
                acknowledgedBy,
                picture,
                Care.NONE);
    }

    /// Whether somebody has acknowledged it since it was raised last.
    public boolean isAnswered() {
        return switch (state) {
            case RAISED, RETURNED -> false;
            case ACKNOWLEDGED, LATCHED, RESET -> true;
        };
    }

    /// Whether its cause is there now.
    public boolean isCauseThere() {
        return switch (state) {
            case RAISED, ACKNOWLEDGED -> true;
            case RETURNED, LATCHED, RESET -> false;
        };
    }

    public AlarmCard with(Care newCare) {
        return new AlarmCard(
                ref,
                kind,
                source,
                sourceName,
                detail,
                state,
                raisedAt,
                heardAt,
                times,
                acknowledgedBy,
                picture,
                newCare);
    }
}
