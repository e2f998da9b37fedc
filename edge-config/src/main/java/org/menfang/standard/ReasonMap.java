package org.menfang.standard;

import org.menfang.vocabulary.DenyReason;

/// What each of our reasons is called elsewhere: exactly one name in ONVIF and one in BACnet.
///
/// Both know fewer reasons than we do, so that several of ours may share a name; no two share one
/// where the standard tells them apart. Whoever needs our own reason finds it in the event.
public final class ReasonMap {
    private ReasonMap() {}

    /// The reason in a denial of the ONVIF Access Control Service.
    public static OnvifReason onvif(DenyReason reason) {
        return switch (reason) {
            case SUSPENDED, LOST, PASS_REVOKED, PASS_ISSUER_REVOKED, PASS_USED_UP, LOCKED_OUT ->
                    OnvifReason.CREDENTIAL_NOT_ENABLED;
            case NOT_YET_VALID -> OnvifReason.CREDENTIAL_NOT_ACTIVE;
            case EXPIRED -> OnvifReason.CREDENTIAL_EXPIRED;
            case PIN_WRONG -> OnvifReason.INVALID_PIN;
            case CODE_STALE, CODE_REPEATED -> OnvifReason.INVALID_IDENTIFIER_VALUE;
            case NOT_PERMITTED_NOW, QUARANTINED, LEVEL_FORBIDS, QUOTA_USED_UP, PASSBACK_TIMED ->
                    OnvifReason.NOT_PERMITTED_AT_THIS_TIME;
            case UNKNOWN_CREDENTIAL,
                    NOT_PERMITTED_HERE,
                    TAG_FORGED,
                    TAG_REPLAYED,
                    PASS_FORGED,
                    PASS_ISSUER_UNKNOWN,
                    PASS_FOREIGN,
                    CLASS_TOO_WEAK,
                    PIN_MISSING ->
                    OnvifReason.UNAUTHORIZED;
            case UNREADABLE_CREDENTIAL,
                    PASS_MALFORMED,
                    DOOR_BLOCKED,
                    DOOR_LOCKED_DOWN,
                    TIME_NOT_TRUSTED,
                    STORAGE_FAILED,
                    PASSBACK,
                    AREA_FULL,
                    INTERLOCKED,
                    SECOND_PERSON_MISSING,
                    ESCORT_MISSING ->
                    OnvifReason.OTHER;
        };
    }

    /// The event of a BACnet access point.
    public static BacnetEvent bacnet(DenyReason reason) {
        return switch (reason) {
            case UNKNOWN_CREDENTIAL -> BacnetEvent.DENIED_UNKNOWN_CREDENTIAL;
            case UNREADABLE_CREDENTIAL, PASS_MALFORMED ->
                    BacnetEvent.DENIED_AUTHENTICATION_FACTOR_ERROR;
            case NOT_YET_VALID -> BacnetEvent.DENIED_CREDENTIAL_NOT_YET_ACTIVE;
            case EXPIRED -> BacnetEvent.DENIED_CREDENTIAL_EXPIRED;
            case SUSPENDED -> BacnetEvent.DENIED_CREDENTIAL_MANUAL_DISABLE;
            case LOST -> BacnetEvent.DENIED_AUTHENTICATION_FACTOR_LOST;
            case NOT_PERMITTED_HERE -> BacnetEvent.DENIED_POINT_NO_ACCESS_RIGHTS;
            case NOT_PERMITTED_NOW -> BacnetEvent.DENIED_OUT_OF_TIME_RANGE;
            case DOOR_BLOCKED -> BacnetEvent.DENIED_DENY_ALL;
            case DOOR_LOCKED_DOWN -> BacnetEvent.DENIED_LOCKOUT;
            case TAG_FORGED,
                    TAG_REPLAYED,
                    PASS_FORGED,
                    CODE_STALE,
                    CODE_REPEATED,
                    PIN_WRONG,
                    CLASS_TOO_WEAK ->
                    BacnetEvent.DENIED_INCORRECT_AUTHENTICATION_FACTOR;
            case PASS_ISSUER_UNKNOWN -> BacnetEvent.DENIED_CREDENTIAL_NOT_PROVISIONED;
            // What proves such a pass, the key of its issuer, is no longer accepted.
            case PASS_ISSUER_REVOKED -> BacnetEvent.DENIED_AUTHENTICATION_FACTOR_DISABLED;
            case PASS_FOREIGN -> BacnetEvent.DENIED_NO_ACCESS_RIGHTS;
            case PASS_REVOKED -> BacnetEvent.DENIED_CREDENTIAL_DISABLED;
            case PASS_USED_UP, QUOTA_USED_UP -> BacnetEvent.DENIED_CREDENTIAL_MAX_USES;
            case LOCKED_OUT -> BacnetEvent.DENIED_CREDENTIAL_LOCKOUT;
            // The access point is permitted; the zone behind it is not.
            case QUARANTINED -> BacnetEvent.DENIED_ZONE_NO_ACCESS_RIGHTS;
            case LEVEL_FORBIDS -> BacnetEvent.DENIED_THREAT_LEVEL;
            case PASSBACK, PASSBACK_TIMED -> BacnetEvent.DENIED_PASSBACK;
            case AREA_FULL -> BacnetEvent.DENIED_UPPER_OCCUPANCY_LIMIT;
            case PIN_MISSING -> BacnetEvent.DENIED_AUTHENTICATION_FACTOR_TIMEOUT;
            case SECOND_PERSON_MISSING, ESCORT_MISSING -> BacnetEvent.DENIED_NO_ACCOMPANIMENT;
            case TIME_NOT_TRUSTED, STORAGE_FAILED, INTERLOCKED -> BacnetEvent.DENIED_OTHER;
        };
    }
}
