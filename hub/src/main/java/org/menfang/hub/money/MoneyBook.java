package org.menfang.hub.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// The only way to act on the accounts. Any thread may call it.
public final class MoneyBook {
    public static final int TEXT_CHARS_MAX = 120;
    public static final int RECEIPT_CHARS_MAX = 40;

    private final Book book;
    private final Ledgers ledgers;
    private final BiPredicate<OperatorName, OperatorName> ofTwoBodies;
    private final GraveDesk graves;
    private final ZoneId zone;

    /// @param ofTwoBodies whether two persons can stand for two bodies; it is asked while the book
    ///   is held
    /// @param graves where another sum for the second key waits for the second person
    public MoneyBook(
            Book book,
            Ledgers ledgers,
            BiPredicate<OperatorName, OperatorName> ofTwoBodies,
            GraveDesk graves,
            ZoneId zone) {
        this.book = book;
        this.ledgers = ledgers;
        this.ofTwoBodies = ofTwoBodies;
        this.graves = graves;
        this.zone = zone;
        graves.register("money.two-keys", TwoKeysChange.class, this::setTwoKeys);
    }

    /// What a person wants to book.
    ///
    /// @param yuan as it was typed
    public record NewIncome(
            CompoundId compound, LocalDate day, IncomeSource source, String yuan, String text) {}

    /// What a person wants to book.
    ///
    /// @param yuan as it was typed
    public record NewExpense(
            CompoundId compound,
            LocalDate day,
            ExpenseUse use,
            String yuan,
            String text,
            String receipt,
            @Nullable Sha256 picture) {}

    public Outcome bookIncome(OperatorName by, NewIncome income) {
        return book.decide(
                by,
                now -> {
                    Ledger ledger = ledgers.of(income.compound());
                    String fault = MoneyRules.income(ledger, income, today(now));
                    return fault == null
                            ? Verdict.write(
                                    new MoneyEntry.IncomeBooked(
                                            income.compound(),
                                            ledger.nextNumber(),
                                            income.day(),
                                            income.source(),
                                            Fen.read(income.yuan()).orElseThrow(),
                                            income.text()))
                            : Verdict.refuse(fault);
                });
    }

    public Outcome bookExpense(OperatorName by, NewExpense expense) {
        return book.decide(
                by,
                now -> {
                    Ledger ledger = ledgers.of(expense.compound());
                    String fault = MoneyRules.expense(ledger, expense, today(now));
                    if (fault != null) {
                        return Verdict.refuse(fault);
                    }
                    long fen = Fen.read(expense.yuan()).orElseThrow();
                    return Verdict.write(
                            new MoneyEntry.ExpenseBooked(
                                    expense.compound(),
                                    ledger.nextNumber(),
                                    expense.day(),
                                    expense.use(),
                                    fen,
                                    expense.text(),
                                    expense.receipt(),
                                    expense.picture(),
                                    fen > ledger.twoKeysOverFen()));
                });
    }

    /// Turns the second key.
    public Outcome confirm(OperatorName by, CompoundId compound, long number) {
        return book.decide(
                by,
                _ -> {
                    String fault =
                            MoneyRules.confirm(ledgers.of(compound).find(number), by, ofTwoBodies);
                    return fault == null
                            ? Verdict.write(new MoneyEntry.Confirmed(compound, number))
                            : Verdict.refuse(fault);
                });
    }

    /// Takes a booking back by a line of its own, which counts today.
    public Outcome counter(OperatorName by, CompoundId compound, long number, String why) {
        return book.decide(
                by,
                now -> {
                    Ledger ledger = ledgers.of(compound);
                    LocalDate today = today(now);
                    String fault = MoneyRules.counter(ledger, ledger.find(number), why, today);
                    return fault == null
                            ? Verdict.write(
                                    new MoneyEntry.Countered(
                                            compound, ledger.nextNumber(), number, today, why))
                            : Verdict.refuse(fault);
                });
    }

    /// Closes a month that is over.
    public Outcome close(OperatorName by, CompoundId compound, YearMonth month) {
        return book.decide(
                by,
                now -> {
                    Ledger ledger = ledgers.of(compound);
                    String fault = MoneyRules.close(ledger, month, YearMonth.from(today(now)));
                    return fault == null
                            ? Verdict.write(
                                    new MoneyEntry.MonthClosed(
                                            compound, month, ledger.balanceFen(month)))
                            : Verdict.refuse(fault);
                });
    }

    /// Proposes another sum from which on an expense takes two keys. It takes two keys itself: who
    /// could raise it alone could do without the second one.
    public Outcome proposeTwoKeys(OperatorName by, CompoundId compound, String yuan) {
        String fault = book.read(() -> MoneyRules.twoKeys(ledgers.of(compound), yuan));
        return fault == null
                ? graves.propose(
                        by,
                        new TwoKeysChange(
                                compound,
                                book.read(() -> ledgers.of(compound).twoKeysOverFen()),
                                Fen.read(yuan).orElseThrow()))
                : new Outcome.Refused(fault);
    }

    private Outcome setTwoKeys(TwoKeysChange change, OperatorName executed, OperatorName checked) {
        return book.decide(
                executed,
                _ -> {
                    String fault =
                            MoneyRules.twoKeys(
                                    ledgers.of(change.compound()), Fen.write(change.overFen()));
                    return fault == null
                            ? Verdict.write(
                                    new MoneyEntry.TwoKeysSet(change.compound(), change.overFen()))
                            : Verdict.refuse(fault);
                });
    }

    /// The accounts as they stand.
    public Accounts accounts(CompoundId compound) {
        return book.read(() -> Accounts.of(ledgers.of(compound)));
    }

    /// The accounts of one month.
    public MonthAccounts month(CompoundId compound, YearMonth month) {
        return book.read(() -> MonthAccounts.of(ledgers.of(compound), month));
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
