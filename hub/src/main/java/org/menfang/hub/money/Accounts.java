package org.menfang.hub.money;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The accounts of a compound as they stand.
///
/// @param newest the newest bookings first, up to {@link #NEWEST_MAX}
/// @param waiting what waits for the second key
/// @param closed the last month that is closed
public record Accounts(
        List<Booking> newest,
        List<Booking> waiting,
        long balanceFen,
        long twoKeysOverFen,
        Optional<YearMonth> closed,
        Optional<YearMonth> first) {
    /// How many bookings a page shows.
    public static final int NEWEST_MAX = 100;

    static Accounts of(Ledger ledger) {
        return new Accounts(
                ledger.all().stream()
                        .sorted(Comparator.comparingLong(Booking::number).reversed())
                        .limit(NEWEST_MAX)
                        .toList(),
                ledger.all().stream().filter(each -> each.state() == Booking.State.WAITS).toList(),
                ledger.balanceFen(),
                ledger.twoKeysOverFen(),
                ledger.closed(),
                ledger.first());
    }
}
