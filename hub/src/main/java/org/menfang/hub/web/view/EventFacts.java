package org.menfang.hub.web.view;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;

/// What a sentence about an event needs beside place and person. Each is there only where the kind
/// of event has it.
public record EventFacts(
        @Nullable DenyReason reason,
        @Nullable DoorMode mode,
        @Nullable Long alarm,
        @Nullable AlarmKind kind,
        @Nullable OperatorName by,
        @Nullable CommandOutcome outcome,
        @Nullable Boolean on,
        @Nullable TimeTrust trust,
        @Nullable Long count,
        @Nullable SiteLevel level,
        @Nullable String detail) {
    private static final EventFacts NONE =
            new EventFacts(null, null, null, null, null, null, null, null, null, null, null);

    static EventFacts of(EventBody body) {
        return switch (body) {
            case EventBody.AccessGranted granted -> NONE;
            case EventBody.ExitRequested exit -> NONE;
            case EventBody.AccessGrantedByOperator granted -> NONE.by(granted.by());
            case EventBody.AccessDenied denied -> NONE.reason(denied.reason());
            case EventBody.AccessTaken taken -> NONE;
            case EventBody.AccessNotTaken notTaken -> NONE;
            case EventBody.DoorOpened opened -> NONE;
            case EventBody.DoorClosed closed -> NONE;
            case EventBody.DoorModeChanged changed -> NONE.mode(changed.mode()).by(changed.by());
            case EventBody.AlarmRaised raised ->
                    NONE.alarm(raised.alarm().value()).kind(raised.kind()).detail(raised.detail());
            case EventBody.AlarmReturned returned -> NONE.alarm(returned.alarm().value());
            case EventBody.AlarmAcknowledged answered ->
                    NONE.alarm(answered.alarm().value()).by(answered.by());
            case EventBody.AlarmReset reset -> NONE.alarm(reset.alarm().value()).by(reset.by());
            case EventBody.LampSwitched switched -> NONE.on(switched.on());
            case EventBody.PictureTaken taken -> NONE;
            case EventBody.PictureMissed missed -> NONE.detail(missed.why());
            case EventBody.BadReadsCounted counted -> NONE.count(counted.count());
            case EventBody.CommandAnswered answered ->
                    NONE.outcome(answered.outcome()).by(answered.by());
            case EventBody.GateStarted started -> NONE.detail(started.version());
            case EventBody.GateStopped stopped -> NONE.detail(stopped.why());
            case EventBody.TimeTrustChanged changed -> NONE.trust(changed.trust());
            case EventBody.RulesApplied applied -> NONE.count(applied.version());
            case EventBody.RulesRefused refused -> NONE.detail(refused.why());
            case EventBody.LevelChanged changed -> NONE.level(changed.level()).by(changed.by());
            case EventBody.QuotaExceeded exceeded ->
                    NONE.count(exceeded.uses().size()).detail(exceeded.household().value());
            case EventBody.PlaceForgiven forgiven -> NONE.by(forgiven.by());
            case EventBody.CredentialLockedOut locked -> NONE.count(locked.seconds());
            case EventBody.EventsDropped dropped ->
                    NONE.count(dropped.toSeq() - dropped.fromSeq() + 1).detail(dropped.why());
            case EventBody.HeadSigned signed -> NONE.count(signed.seq());
            case EventBody.Unrecognised unrecognised -> NONE.detail(unrecognised.type());
        };
    }

    private EventFacts reason(DenyReason reason) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts mode(DoorMode mode) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts alarm(long alarm) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts kind(AlarmKind kind) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts by(@Nullable OperatorName by) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts outcome(CommandOutcome outcome) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts on(boolean on) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts trust(TimeTrust trust) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts count(long count) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts level(SiteLevel level) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }

    private EventFacts detail(String detail) {
        return new EventFacts(
                reason, mode, alarm, kind, by, outcome, on, trust, count, level, detail);
    }
}
