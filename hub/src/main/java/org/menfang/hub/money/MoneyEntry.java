package org.menfang.hub.money;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// What happened to the money of a compound. Numbers count the bookings of one compound from 1.
public sealed interface MoneyEntry extends EntryBody {
    CompoundId compound();

    record IncomeBooked(
            CompoundId compound,
            long number,
            LocalDate day,
            IncomeSource source,
            long fen,
            String text)
            implements MoneyEntry {}

    /// @param receipt the number on the receipt
    /// @param picture a picture of the receipt; none where there is none
    /// @param twoKeys whether it counts only once a second person has confirmed it
    record ExpenseBooked(
            CompoundId compound,
            long number,
            LocalDate day,
            ExpenseUse use,
            long fen,
            String text,
            String receipt,
            @Nullable Sha256 picture,
            boolean twoKeys)
            implements MoneyEntry {}

    /// A second person turned the second key.
    record Confirmed(CompoundId compound, long number) implements MoneyEntry {}

    /// @param number of the counter-entry itself
    /// @param counters the booking that is taken back
    /// @param day in whose month it counts
    record Countered(CompoundId compound, long number, long counters, LocalDate day, String why)
            implements MoneyEntry {}

    /// Nothing is booked into this month or an earlier one any more.
    record MonthClosed(CompoundId compound, YearMonth month, long balanceFen)
            implements MoneyEntry {}

    /// From now on, an expense of more than this takes two keys.
    record TwoKeysSet(CompoundId compound, long overFen) implements MoneyEntry {}
}
