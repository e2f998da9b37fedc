package org.menfang.hub.alarm;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// One alarm that nobody has reset.
///
/// @param raisedAt by the clock of its owner
/// @param heardAt when it was raised last, by the clock of the hub
/// @param times how often its cause came, 1 and up
/// @param picture the picture that was asked for when it was raised; none for none
/// @param digest what that picture hashes to; none until it was taken
public record OpenAlarm(
        AlarmRef ref,
        AlarmKind kind,
        AlarmSource source,
        String detail,
        AlarmState state,
        Instant raisedAt,
        Instant heardAt,
        int times,
        @Nullable OperatorName acknowledgedBy,
        @Nullable PictureId picture,
        @Nullable Sha256 digest) {

    /// The most urgent first, then the newest.
    public static final Comparator<OpenAlarm> BY_URGENCY =
            Comparator.comparing((OpenAlarm alarm) -> alarm.kind().priority())
                    .thenComparing(OpenAlarm::heardAt, Comparator.reverseOrder())
                    .thenComparing(alarm -> alarm.ref().compound())
                    .thenComparing(alarm -> alarm.ref().gate())
                    .thenComparing(alarm -> alarm.ref().byHub())
                    .thenComparing(alarm -> alarm.ref().alarm(), Comparator.reverseOrder());

    public GateIdentity gate() {
        return new GateIdentity(ref.compound(), ref.gate());
    }

    OpenAlarm in(AlarmState newState) {
        return answered(newState, acknowledgedBy);
    }

    OpenAlarm answered(AlarmState newState, @Nullable OperatorName by) {
        return new OpenAlarm(
                ref, kind, source, detail, newState, raisedAt, heardAt, times, by, picture, digest);
    }

    OpenAlarm showing(Sha256 newDigest) {
        return new OpenAlarm(
                ref,
                kind,
                source,
                detail,
                state,
                raisedAt,
                heardAt,
                times,
                acknowledgedBy,
                picture,
                newDigest);
    }

    /// The cause came again. An answer that was given before the cause had gone still counts.
    OpenAlarm raisedAgain(
            String newDetail,
            Instant newRaisedAt,
            Instant newHeardAt,
            @Nullable PictureId newPicture) {
        AlarmState raised = state.after(AlarmState.Act.RAISE).orElse(AlarmState.RAISED);
        boolean keeps = newPicture == null;
        return new OpenAlarm(
                ref,
                kind,
                source,
                newDetail,
                raised,
                newRaisedAt,
                newHeardAt,
                times + 1,
                raised == AlarmState.ACKNOWLEDGED ? acknowledgedBy : null,
                keeps ? picture : newPicture,
                keeps ? digest : null);
    }
}
