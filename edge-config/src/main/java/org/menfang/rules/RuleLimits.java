package org.menfang.rules;

/// How much one rule set may hold. A neighbourhood has about 300 households; a district of 93 small
/// compounds up to 201,000 residents.
public final class RuleLimits {
    public static final int CREDENTIALS_MAX = 300_000;
    public static final int HOLDERS_MAX = 300_000;
    public static final int PROFILES_MAX = 1_000;
    public static final int SCHEDULES_MAX = 1_000;

    public static final int PERIODS_A_SCHEDULE_MAX = 70;
    public static final int POLICIES_A_PROFILE_MAX = 500;
    public static final int PROFILES_A_HOLDER_MAX = 20;

    private RuleLimits() {}
}
