package org.menfang.hub.money;

import org.menfang.hub.book.Entry;

/// Turns entries into lines of the accounts.
final class Lines {
    private Lines() {}

    static Booking of(Entry entry, MoneyEntry.IncomeBooked income) {
        return new Booking(
                income.number(),
                Booking.What.INCOME,
                income.day(),
                income.fen(),
                income.source(),
                null,
                income.text(),
                "",
                null,
                false,
                Booking.State.COUNTS,
                entry.by(),
                entry.at(),
                null,
                0);
    }

    static Booking of(Entry entry, MoneyEntry.ExpenseBooked expense) {
        return new Booking(
                expense.number(),
                Booking.What.EXPENSE,
                expense.day(),
                expense.fen(),
                null,
                expense.use(),
                expense.text(),
                expense.receipt(),
                expense.picture(),
                expense.twoKeys(),
                expense.twoKeys() ? Booking.State.WAITS : Booking.State.COUNTS,
                entry.by(),
                entry.at(),
                null,
                0);
    }

    static Booking of(Entry entry, MoneyEntry.Countered counter, Booking before) {
        return new Booking(
                counter.number(),
                before.what() == Booking.What.INCOME
                        ? Booking.What.INCOME_BACK
                        : Booking.What.EXPENSE_BACK,
                counter.day(),
                before.fen(),
                before.source(),
                before.use(),
                counter.why(),
                before.receipt(),
                null,
                false,
                Booking.State.COUNTS,
                entry.by(),
                entry.at(),
                null,
                before.number());
    }
}
