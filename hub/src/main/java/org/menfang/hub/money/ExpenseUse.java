package org.menfang.hub.money;

/// What money is spent on.
public enum ExpenseUse {
    /// Allowances of gatekeepers and volunteers.
    ALLOWANCE,
    REPAIR,
    /// Lighting, electricity, water.
    POWER,
    CLEANING,
    EQUIPMENT,
    OTHER
}
