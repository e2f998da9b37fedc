package org.menfang.hub.money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// What may be done with money. Each rule answers with the key of its refusal, or with nothing.
final class MoneyRules {
    /// A sum that takes two keys is stated; raising it without end would do away with the second.
    static final long TWO_KEYS_OVER_FEN_MAX = 500_000;

    private MoneyRules() {}

    static @Nullable String income(Ledger ledger, MoneyBook.NewIncome income, LocalDate today) {
        return common(ledger, income.day(), income.yuan(), income.text(), today);
    }

    static @Nullable String expense(Ledger ledger, MoneyBook.NewExpense expense, LocalDate today) {
        String fault = common(ledger, expense.day(), expense.yuan(), expense.text(), today);
        if (fault != null) {
            return fault;
        }
        if (!isText(expense.receipt(), MoneyBook.RECEIPT_CHARS_MAX)) {
            return "refused.money.receipt";
        }
        return ledger.isUsed(expense.receipt()) ? "refused.money.receipt-used" : null;
    }

    private static @Nullable String common(
            Ledger ledger, LocalDate day, String yuan, String text, LocalDate today) {
        if (Fen.read(yuan).isEmpty()) {
            return "refused.money.amount";
        }
        if (!isText(text, MoneyBook.TEXT_CHARS_MAX)) {
            return "refused.money.text";
        }
        if (day.isAfter(today) || day.isBefore(today.minusYears(1))) {
            return "refused.money.day";
        }
        return ledger.isClosed(day) ? "refused.money.closed" : null;
    }

    static @Nullable String confirm(
            Optional<Booking> booking,
            OperatorName by,
            BiPredicate<OperatorName, OperatorName> ofTwoBodies) {
        if (booking.isEmpty() || booking.get().state() != Booking.State.WAITS) {
            return "refused.money.not-waiting";
        }
        return ofTwoBodies.test(booking.get().bookedBy(), by) ? null : "refused.money.same-body";
    }

    static @Nullable String counter(
            Ledger ledger, Optional<Booking> booking, String why, LocalDate today) {
        if (booking.isEmpty() || !canBeCountered(booking.get())) {
            return "refused.money.not-there";
        }
        if (!isText(why, MoneyBook.TEXT_CHARS_MAX)) {
            return "refused.money.text";
        }
        return ledger.isClosed(today) ? "refused.money.closed" : null;
    }

    private static boolean canBeCountered(Booking booking) {
        return switch (booking.state()) {
            case TAKEN_BACK, WITHDRAWN -> false;
            case WAITS, COUNTS ->
                    switch (booking.what()) {
                        case INCOME, EXPENSE -> true;
                        case INCOME_BACK, EXPENSE_BACK -> false;
                    };
        };
    }

    static @Nullable String close(Ledger ledger, YearMonth month, YearMonth current) {
        if (!month.isBefore(current)) {
            return "refused.money.month-runs";
        }
        Optional<YearMonth> next =
                ledger.closed().map(last -> last.plusMonths(1)).or(ledger::first);
        if (next.isPresent() && !month.equals(next.get())) {
            return "refused.money.month-order";
        }
        return ledger.waits(month) ? "refused.money.month-waits" : null;
    }

    static @Nullable String twoKeys(Ledger ledger, String yuan) {
        Optional<Long> fen = Fen.read(yuan).filter(sum -> sum <= TWO_KEYS_OVER_FEN_MAX);
        if (fen.isEmpty()) {
            return "refused.money.two-keys";
        }
        return fen.get() == ledger.twoKeysOverFen() ? "refused.money.two-keys-same" : null;
    }

    private static boolean isText(String text, int charsMax) {
        return !text.isBlank()
                && text.length() <= charsMax
                && text.chars().noneMatch(Character::isISOControl);
    }
}
