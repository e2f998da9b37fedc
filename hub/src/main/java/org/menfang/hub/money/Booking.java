package org.menfang.hub.money;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// One line of the accounts.
///
/// @param number counts the bookings of a compound from 1
/// @param what income, expense, or what takes back another one
/// @param fen how much, always positive
/// @param source where income comes from; none for an expense
/// @param use what an expense is for; none for income
/// @param receipt the number of the receipt; empty for income
/// @param state whether it counts
/// @param confirmedBy who turned the second key; none where it takes one key, or waits
/// @param counters the booking that this one takes back; 0 for none
public record Booking(
        long number,
        What what,
        LocalDate day,
        long fen,
        @Nullable IncomeSource source,
        @Nullable ExpenseUse use,
        String text,
        String receipt,
        @Nullable Sha256 picture,
        boolean twoKeys,
        State state,
        OperatorName bookedBy,
        Instant bookedAt,
        @Nullable OperatorName confirmedBy,
        long counters) {
    /// What kind of line it is.
    public enum What {
        INCOME,
        EXPENSE,
        /// Takes back income.
        INCOME_BACK,
        /// Takes back an expense.
        EXPENSE_BACK
    }

    /// What has become of it.
    public enum State {
        COUNTS,
        /// For the second key; it does not count yet.
        WAITS,
        /// It counted, and a later line takes it back.
        TAKEN_BACK,
        /// It was taken back before it counted.
        WITHDRAWN
    }

    /// What it does to the balance.
    public long effectFen() {
        return switch (state) {
            case WAITS, WITHDRAWN -> 0;
            case COUNTS, TAKEN_BACK ->
                    switch (what) {
                        case INCOME, EXPENSE_BACK -> fen;
                        case EXPENSE, INCOME_BACK -> -fen;
                    };
        };
    }

    Booking in(State next) {
        return with(next, confirmedBy);
    }

    Booking confirmed(OperatorName by) {
        return with(State.COUNTS, by);
    }

    private Booking with(State next, @Nullable OperatorName second) {
        return new Booking(
                number, what, day, fen, source, use, text, receipt, picture, twoKeys, next,
                bookedBy, bookedAt, second, counters);
    }
}
