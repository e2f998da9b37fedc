package org.menfang.hub.money;

/// Where money comes from.
public enum IncomeSource {
    /// What households pay each month.
    FEE,
    PARKING,
    ADVERTISING,
    /// Rent of rooms, stalls and collection points.
    RENT,
    SUBSIDY,
    DONATION,
    OTHER
}
