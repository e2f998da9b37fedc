package org.menfang.hub.money;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The accounts of one month.
///
/// @param openingFen what was there when it began
/// @param income by source; what was taken back is subtracted where it was taken back
/// @param expenses each of them, and what takes an expense back, in the order of their numbers
/// @param closed whether nothing is booked into it any more
public record MonthAccounts(
        YearMonth month,
        long openingFen,
        Map<IncomeSource, Long> income,
        List<Booking> expenses,
        long incomeFen,
        long expenseFen,
        long closingFen,
        boolean closed) {
    static MonthAccounts of(Ledger ledger, YearMonth month) {
        Map<IncomeSource, Long> income = new EnumMap<>(IncomeSource.class);
        List<Booking> bookings = ledger.of(month);
        long incomeFen = 0;
        long expenseFen = 0;
        for (Booking each : bookings) {
            if (each.source() != null) {
                income.merge(each.source(), each.effectFen(), Long::sum);
                incomeFen += each.effectFen();
            } else {
                expenseFen -= each.effectFen();
            }
        }
        long opening = ledger.balanceFen(month.minusMonths(1));
        return new MonthAccounts(
                month,
                opening,
                income,
                bookings.stream().filter(each -> each.use() != null).toList(),
                incomeFen,
                expenseFen,
                opening + incomeFen - expenseFen,
                ledger.isClosed(month.atDay(1)));
    }
}
