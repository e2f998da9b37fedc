package org.menfang.rules;

/// How much one rule set may hold. A neighbourhood has about 300 households; a district of 93 small
/// compounds up to 201,000 residents.
public final class RuleLimits {
    public static final int CREDENTIALS_MAX = 300_000;
    public static final int HOLDERS_MAX = 300_000;
    public static final int PROFILES_MAX = 1_000;
    public static final int SCHEDULES_MAX = 1_000;
    public static final int SPECIAL_DAYS_MAX = 100;
    public static final int GATES_MAX = 100;

    public static final int DOOR_RULES_MAX = 1_000;
    public static final int ACCESS_POINT_RULES_MAX = 1_000;
    public static final int AREA_RULES_MAX = 1_000;
    public static final int INTERLOCKS_MAX = 200;
    public static final int TRAVEL_TIMES_MAX = 5_000;

    /// Each quota that names an access point is asked at every passage there.
    public static final int QUOTAS_MAX = 50;

    public static final int QUARANTINES_MAX = 20_000;
    public static final int CLASS_LIMITS_MAX = 5_000;
    public static final int LEVELS_MAX = 3;
    public static final int ISSUERS_MAX = 200;
    public static final int REVOKED_MAX = 100_000;

    public static final int PERIODS_A_SCHEDULE_MAX = 70;
    public static final int POLICIES_A_PROFILE_MAX = 500;
    public static final int PROFILES_A_HOLDER_MAX = 20;
    public static final int HOUSEHOLDS_A_QUOTA_MAX = 100_000;

    /// Elements of every other list within a rule.
    public static final int ELEMENTS_A_LIST_MAX = 500;

    private RuleLimits() {}
}
