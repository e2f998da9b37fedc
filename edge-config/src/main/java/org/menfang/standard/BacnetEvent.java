package org.menfang.standard;

/// What happened at an access point, in the words of BACnet: `BACnetAccessEvent` (ASHRAE 135,
/// clause 21). Those that a gate has no use for are left out.
public enum BacnetEvent {
    GRANTED(1, "granted"),
    PASSBACK_DETECTED(3, "passback-detected"),
    DURESS(4, "duress"),
    NO_ENTRY_AFTER_GRANT(16, "no-entry-after-grant"),
    DENIED_DENY_ALL(128, "denied-deny-all"),
    DENIED_UNKNOWN_CREDENTIAL(129, "denied-unknown-credential"),
    DENIED_AUTHENTICATION_FACTOR_TIMEOUT(131, "denied-authentication-factor-timeout"),
    DENIED_INCORRECT_AUTHENTICATION_FACTOR(132, "denied-incorrect-authentication-factor"),
    DENIED_ZONE_NO_ACCESS_RIGHTS(133, "denied-zone-no-access-rights"),
    DENIED_POINT_NO_ACCESS_RIGHTS(134, "denied-point-no-access-rights"),
    DENIED_NO_ACCESS_RIGHTS(135, "denied-no-access-rights"),
    DENIED_OUT_OF_TIME_RANGE(136, "denied-out-of-time-range"),
    DENIED_THREAT_LEVEL(137, "denied-threat-level"),
    DENIED_PASSBACK(138, "denied-passback"),
    DENIED_UPPER_OCCUPANCY_LIMIT(142, "denied-upper-occupancy-limit"),
    DENIED_AUTHENTICATION_FACTOR_LOST(143, "denied-authentication-factor-lost"),
    DENIED_AUTHENTICATION_FACTOR_DISABLED(147, "denied-authentication-factor-disabled"),
    DENIED_AUTHENTICATION_FACTOR_ERROR(148, "denied-authentication-factor-error"),
    DENIED_CREDENTIAL_NOT_PROVISIONED(150, "denied-credential-not-provisioned"),
    DENIED_CREDENTIAL_NOT_YET_ACTIVE(151, "denied-credential-not-yet-active"),
    DENIED_CREDENTIAL_EXPIRED(152, "denied-credential-expired"),
    DENIED_CREDENTIAL_MANUAL_DISABLE(153, "denied-credential-manual-disable"),
    DENIED_CREDENTIAL_LOCKOUT(154, "denied-credential-lockout"),
    DENIED_CREDENTIAL_MAX_USES(156, "denied-credential-max-uses"),
    DENIED_CREDENTIAL_DISABLED(158, "denied-credential-disabled"),
    DENIED_NO_ACCOMPANIMENT(159, "denied-no-accompaniment"),
    DENIED_LOCKOUT(161, "denied-lockout"),
    DENIED_OTHER(164, "denied-other");

    private final int number;
    private final String text;

    BacnetEvent(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /// Its value on the wire; 128 to 511 are denials.
    public int number() {
        return number;
    }

    /// Its name in the standard.
    public String text() {
        return text;
    }
}
