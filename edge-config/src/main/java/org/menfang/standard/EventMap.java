package org.menfang.standard;

import java.util.Optional;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.DenyReason;
import org.menfang.wire.EventBody;

/// What each event of a gate is called elsewhere, as far as the standards have a word for it.
public final class EventMap {
    private EventMap() {}

    /// The topic of the ONVIF Access Control Service.
    public static Optional<OnvifTopic> onvif(EventBody body) {
        return switch (body) {
            case EventBody.AccessGranted granted -> Optional.of(granted(granted));
            case EventBody.ExitRequested _, EventBody.AccessGrantedByOperator _ ->
                    Optional.of(OnvifTopic.ACCESS_GRANTED_ANONYMOUS);
            case EventBody.AccessDenied denied -> Optional.of(denied(denied));
            case EventBody.AccessTaken _ -> Optional.of(OnvifTopic.ACCESS_TAKEN);
            case EventBody.AccessNotTaken _ -> Optional.of(OnvifTopic.ACCESS_NOT_TAKEN);
            case EventBody.AlarmRaised raised ->
                    raised.kind() == AlarmKind.DURESS
                            ? Optional.of(OnvifTopic.DURESS)
                            : Optional.empty();
            case EventBody.DoorOpened _,
                    EventBody.DoorClosed _,
                    EventBody.DoorModeChanged _,
                    EventBody.AlarmReturned _,
                    EventBody.AlarmAcknowledged _,
                    EventBody.AlarmReset _,
                    EventBody.LampSwitched _,
                    EventBody.PictureTaken _,
                    EventBody.PictureMissed _,
                    EventBody.BadReadsCounted _,
                    EventBody.CommandAnswered _,
                    EventBody.GateStarted _,
                    EventBody.GateStopped _,
                    EventBody.TimeTrustChanged _,
                    EventBody.RulesApplied _,
                    EventBody.RulesRefused _,
                    EventBody.LevelChanged _,
                    EventBody.QuotaExceeded _,
                    EventBody.PlaceForgiven _,
                    EventBody.CredentialLockedOut _,
                    EventBody.EventsDropped _,
                    EventBody.HeadSigned _,
                    EventBody.Unrecognised _ ->
                    Optional.empty();
        };
    }

    /// The event of a BACnet access point. It has no word for a grant that was taken.
    public static Optional<BacnetEvent> bacnet(EventBody body) {
        if (body instanceof EventBody.AccessDenied denied) {
            return Optional.of(ReasonMap.bacnet(denied.reason()));
        }
        if (body instanceof EventBody.AlarmRaised raised
                && raised.kind() == AlarmKind.PASSBACK_VIOLATED) {
            return Optional.of(BacnetEvent.PASSBACK_DETECTED);
        }
        return onvif(body).flatMap(EventMap::bacnet);
    }

    private static Optional<BacnetEvent> bacnet(OnvifTopic topic) {
        return switch (topic) {
            case ACCESS_GRANTED_ANONYMOUS, ACCESS_GRANTED_CREDENTIAL, ACCESS_GRANTED_IDENTIFIER ->
                    Optional.of(BacnetEvent.GRANTED);
            case ACCESS_NOT_TAKEN -> Optional.of(BacnetEvent.NO_ENTRY_AFTER_GRANT);
            case DURESS -> Optional.of(BacnetEvent.DURESS);
            case ACCESS_TAKEN,
                    DENIED_ANONYMOUS,
                    DENIED_CREDENTIAL,
                    DENIED_IDENTIFIER,
                    DENIED_CREDENTIAL_NOT_FOUND ->
                    Optional.empty();
        };
    }

    private static OnvifTopic granted(EventBody.AccessGranted granted) {
        if (granted.credential() == null) {
            return OnvifTopic.ACCESS_GRANTED_ANONYMOUS;
        }
        return granted.holder() == null
                ? OnvifTopic.ACCESS_GRANTED_IDENTIFIER
                : OnvifTopic.ACCESS_GRANTED_CREDENTIAL;
    }

    private static OnvifTopic denied(EventBody.AccessDenied denied) {
        if (denied.credential() == null) {
            return OnvifTopic.DENIED_ANONYMOUS;
        }
        if (denied.reason() == DenyReason.UNKNOWN_CREDENTIAL) {
            return OnvifTopic.DENIED_CREDENTIAL_NOT_FOUND;
        }
        return denied.holder() == null
                ? OnvifTopic.DENIED_IDENTIFIER
                : OnvifTopic.DENIED_CREDENTIAL;
    }
}
