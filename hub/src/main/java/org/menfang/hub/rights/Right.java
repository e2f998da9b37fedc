package org.menfang.hub.rights;

/// Something that not everybody may do. Every address of the hub asks for one.
public enum Right {
    /// See what happens at the gates.
    SEE_BOARD,
    /// Claim, acknowledge, close, shelve alarms.
    ANSWER_ALARMS,
    /// Release a door, hold it open.
    WORK_DOORS,
    WALK_ROUNDS,
    /// Report repairs and incidents, and work on them.
    REPORT,
    /// Make passes for visitors at the gatehouse; help those without a phone.
    HELP_VISITORS,
    /// Rosters, swaps, plans of rounds, hand-over on behalf of a shift.
    LEAD_SHIFT,
    /// Set the level of the compound.
    SET_LEVEL,
    /// Households, residents, credentials.
    KEEP_PEOPLE,
    /// Rules of the gates, quotas, roles.
    KEEP_RULES,
    /// Income and expenses of the compound.
    KEEP_ACCOUNTS,
    /// Gates, readers, ways to be told, backups.
    SET_UP,
    /// Write down what the council decided.
    DECIDE,
    /// Be the second person of an act that takes two.
    CONFIRM,
    /// See all records: who did, looked at and exported what.
    SEE_RECORDS,
    /// See the own household and make passes for its visitors.
    OWN_HOUSEHOLD
}
