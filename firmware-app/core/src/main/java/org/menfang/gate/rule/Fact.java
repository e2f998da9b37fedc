package org.menfang.gate.rule;

/// One thing that a rule looked at.
///
/// @param value as events and rule sets write it: the name of an enum's value, an id, a number,
///   `true` or `false`, or a time in ISO 8601; several are separated by a comma and a space
public record Fact(Name name, String value) {
    /// What a value is about. A fact that was not known is left out.
    public enum Name {
        CREDENTIAL,
        HOLDER,
        HOLDER_KIND,
        HOUSEHOLD,
        ASSISTED_BY,
        CREDENTIAL_CLASS,
        CREDENTIAL_STATUS,
        HOLDER_SUSPENDED,
        TAG_GENUINE,
        TAG_COUNTER,
        TAG_COUNTER_BEFORE,
        PASS,
        PASS_FAULT,
        PASS_REVOKED,
        CODE,
        LOCKED_OUT,
        WALL_CLOCK,
        CLOCK_TRUSTED,
        LOCAL_TIME,
        /// A time that has passed for certain.
        PASSED_FOR_CERTAIN,
        VALID_FROM,
        VALID_UNTIL,
        QUARANTINE_FROM,
        QUARANTINE_UNTIL,
        QUARANTINE_DECIDED_BY,
        ACCESS_POINT,
        AREA_FROM,
        AREA_TO,
        PROFILES,
        PASS_ACCESS_POINTS,
        /// How many schedules of the profiles name the access point.
        SCHEDULES,
        /// The schedules in which a class of credentials suffices; empty text for never.
        CLASS_SCHEDULES,
        DOOR,
        DOOR_MODE,
        LEVEL,
        LEVEL_ADMITS,
        USES,
        USES_MAX,
        QUOTA,
        QUOTA_USES_KNOWN,
        QUOTA_USES_OWN,
        QUOTA_USES_MAX,
        /// Whether this gate could not hear the others of the compound.
        QUOTA_APART,
        QUOTA_DECIDED_BY,
        PLACE,
        PLACE_SINCE,
        PLACE_DOUBTFUL,
        PASSBACK,
        LAST_PASSAGE,
        NOT_AGAIN_SECONDS,
        OCCUPANTS,
        OCCUPANTS_MAX,
        INTERLOCKED_DOORS,
        /// How much the access point asks for, by schedule.
        SECURITY,
        HAS_PIN,
        PIN,
        TWO_PERSONS_SCHEDULE,
        ESCORTED_KINDS,
        COMPANION,
        COMPANION_KIND
    }
}
