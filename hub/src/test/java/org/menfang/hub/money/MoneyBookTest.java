package org.menfang.hub.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

class MoneyBookTest {
    private static final CompoundId HOME = new CompoundId("xinghua");
    private static final OperatorName COMMITTEE = new OperatorName("王建国");
    private static final OperatorName SAME_BODY = new OperatorName("李大姐");
    private static final OperatorName SUPERVISOR = new OperatorName("赵老师");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final InMemoryBookStore store = new InMemoryBookStore();

    @SuppressWarnings("NullAway.Init") // Opening the book sets it.
    private GraveBook graves;

    private MoneyBook money = open();

    private MoneyBook open() {
        Ledgers ledgers = new Ledgers();
        Rights rights = new Rights();
        GraveCases cases = new GraveCases();
        Book book =
                Book.open(
                        store,
                        () -> Instant.parse("2026-11-22T04:00:00Z"),
                        List.of(ledgers, rights, cases));
        graves = new GraveBook(book, cases, rights);
        if (book.read(() -> rights.everybody().isEmpty())) {
            appoint(book, COMMITTEE, Role.COMMITTEE);
            appoint(book, SAME_BODY, Role.COMMITTEE);
            appoint(book, SUPERVISOR, Role.SUPERVISOR);
        }
        return new MoneyBook(
                book,
                ledgers,
                (one, other) -> !one.equals(other) && other.equals(SUPERVISOR),
                graves,
                ZoneId.of("Asia/Shanghai"));
    }

    private static void appoint(Book book, OperatorName who, Role role) {
        book.decide(Book.CONSOLE, _ -> Verdict.write(new RightsEntry.Appointed(who, role)));
    }

    private Outcome income(LocalDate day, String yuan) {
        return money.bookIncome(
                COMMITTEE, new MoneyBook.NewIncome(HOME, day, IncomeSource.FEE, yuan, "三季度月费"));
    }

    private Outcome expense(LocalDate day, String yuan, String receipt) {
        return money.bookExpense(
                COMMITTEE,
                new MoneyBook.NewExpense(HOME, day, ExpenseUse.REPAIR, yuan, "换路灯", receipt, null));
    }

    private static void done(Outcome outcome) {
        assertInstanceOf(Outcome.Done.class, outcome);
    }

    private static void refused(String key, Outcome outcome) {
        assertEquals(new Outcome.Refused(key), outcome);
    }

    private long balance() {
        return money.accounts(HOME).balanceFen();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 1200",
        "12.5, 1250",
        "12.05, 1205",
        "0.01, 1",
        "10000000, 1000000000",
        "0, -1",
        "0.00, -1",
        "-5, -1",
        "1e3, -1",
        "12.345, -1",
        "10000000.01, -1",
        "一百, -1",
        "12., -1"
    })
    void an_amount_is_read_to_the_fen_or_not_at_all(String text, long fen) {
        assertEquals(fen, Fen.read(text).orElse(-1L));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "5, 0.05", "-5, -0.05", "1250, 12.50", "-123456, -1234.56"})
    void an_amount_is_written_in_yuan(long fen, String text) {
        assertEquals(text, Fen.write(fen));
    }

    @Test
    void what_comes_in_and_what_is_paid_makes_the_balance() {
        done(income(TODAY, "3000"));
        done(expense(TODAY, "499.99", "0001"));
        assertEquals(250_001, balance());
    }

    @Test
    void a_large_expense_counts_only_when_a_second_person_of_another_body_confirms() {
        done(income(TODAY, "3000"));
        done(expense(TODAY, "500.01", "0001"));
        assertEquals(300_000, balance());
        refused("refused.money.same-body", money.confirm(COMMITTEE, HOME, 2));
        refused("refused.money.same-body", money.confirm(SAME_BODY, HOME, 2));
        assertEquals(300_000, balance());
        done(money.confirm(SUPERVISOR, HOME, 2));
        assertEquals(249_999, balance());
        refused("refused.money.not-waiting", money.confirm(SUPERVISOR, HOME, 2));
    }

    @Test
    void an_expense_of_the_stated_sum_itself_takes_one_key() {
        done(expense(TODAY, "500", "0001"));
        assertEquals(-50_000, balance());
        done(money.proposeTwoKeys(COMMITTEE, HOME, "100"));
        done(graves.confirm(SUPERVISOR, 1));
        done(expense(TODAY, "100.01", "0002"));
        assertEquals(-50_000, balance());
    }

    /// Who confirms the change of the sum, and what the sum is then.
    @ParameterizedTest
    @CsvSource({
        "王建国, refused.rights.same-person, 50000",
        "李大姐, refused.rights.same-body, 50000",
        "赵老师, '', 120000"
    })
    void the_sum_that_takes_two_keys_takes_two_keys_itself(
            String who, String refusal, long overFen) {
        done(money.proposeTwoKeys(COMMITTEE, HOME, "1200"));
        assertEquals(50_000, money.accounts(HOME).twoKeysOverFen());
        Outcome outcome = graves.confirm(new OperatorName(who), 1);
        if (refusal.isEmpty()) {
            done(outcome);
        } else {
            refused(refusal, outcome);
        }
        assertEquals(overFen, money.accounts(HOME).twoKeysOverFen());
        money = open();
        assertEquals(overFen, money.accounts(HOME).twoKeysOverFen());
    }

    /// A sum that is no change, or none at all, is not even proposed.
    @ParameterizedTest
    @CsvSource({
        "5000.01, refused.money.two-keys",
        "0, refused.money.two-keys",
        "much, refused.money.two-keys",
        "500, refused.money.two-keys-same"
    })
    void a_sum_that_cannot_be_is_not_proposed(String yuan, String refusal) {
        refused(refusal, money.proposeTwoKeys(COMMITTEE, HOME, yuan));
    }

    @Test
    void a_booking_is_taken_back_by_a_line_of_its_own() {
        done(expense(TODAY, "120", "0001"));
        done(money.counter(COMMITTEE, HOME, 1, "金额写错了"));
        assertEquals(0, balance());
        List<Booking> lines = money.accounts(HOME).newest();
        assertEquals(2, lines.size());
        assertEquals(Booking.What.EXPENSE_BACK, lines.getFirst().what());
        assertEquals(Booking.State.TAKEN_BACK, lines.getLast().state());
        refused("refused.money.not-there", money.counter(COMMITTEE, HOME, 1, "再来一次"));
        refused("refused.money.not-there", money.counter(COMMITTEE, HOME, 2, "冲回冲回"));
        done(expense(TODAY, "210", "0001"));
    }

    @Test
    void what_waits_for_the_second_key_can_be_withdrawn_and_leaves_no_trace_in_the_balance() {
        done(expense(TODAY, "900", "0001"));
        done(money.counter(COMMITTEE, HOME, 1, "退货了"));
        assertEquals(0, balance());
        assertTrue(money.accounts(HOME).waiting().isEmpty());
        refused("refused.money.not-waiting", money.confirm(SUPERVISOR, HOME, 1));
    }

    @Test
    void a_receipt_is_booked_once() {
        done(expense(TODAY, "1", "A-17"));
        refused("refused.money.receipt-used", expense(TODAY, "1", "A-17"));
        refused("refused.money.receipt", expense(TODAY, "1", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, refused.money.day",
        "2025-11-21, refused.money.day",
        "2026-11-22, ",
        "2025-11-22, "
    })
    void a_booking_is_of_the_last_year(LocalDate day, String refusal) {
        Outcome outcome = income(day, "1");
        if (refusal == null) {
            done(outcome);
        } else {
            refused(refusal, outcome);
        }
    }

    @Test
    void a_closed_month_takes_no_booking_and_a_wrong_one_in_it_is_countered_today() {
        done(income(LocalDate.of(2026, 10, 3), "1000"));
        done(expense(LocalDate.of(2026, 10, 4), "300", "0001"));
        refused("refused.money.month-runs", money.close(COMMITTEE, HOME, NOVEMBER));
        done(money.close(COMMITTEE, HOME, OCTOBER));
        refused("refused.money.closed", income(LocalDate.of(2026, 10, 31), "1"));
        refused("refused.money.month-order", money.close(COMMITTEE, HOME, OCTOBER));
        done(money.counter(COMMITTEE, HOME, 2, "没有付"));
        assertEquals(70_000, money.month(HOME, OCTOBER).closingFen());
        assertEquals(100_000, money.month(HOME, NOVEMBER).closingFen());
        assertEquals(-30_000, money.month(HOME, NOVEMBER).expenseFen());
    }

    @Test
    void a_month_is_not_closed_while_something_waits_for_the_second_key() {
        done(expense(LocalDate.of(2026, 10, 4), "800", "0001"));
        refused("refused.money.month-waits", money.close(COMMITTEE, HOME, OCTOBER));
        done(money.confirm(SUPERVISOR, HOME, 1));
        done(money.close(COMMITTEE, HOME, OCTOBER));
    }

    @Test
    void a_month_tells_income_by_source_and_each_expense() {
        done(income(LocalDate.of(2026, 10, 3), "1000"));
        done(income(TODAY, "200"));
        done(expense(TODAY, "50.50", "0001"));
        MonthAccounts month = money.month(HOME, NOVEMBER);
        assertEquals(100_000, month.openingFen());
        assertEquals(Map.of(IncomeSource.FEE, 20_000L), month.income());
        assertEquals(1, month.expenses().size());
        assertEquals(114_950, month.closingFen());
    }

    @Test
    void the_accounts_are_read_again_from_the_log() {
        done(income(TODAY, "1000"));
        done(expense(TODAY, "800", "0001"));
        done(money.confirm(SUPERVISOR, HOME, 2));
        done(money.counter(COMMITTEE, HOME, 1, "错了"));
        Accounts before = money.accounts(HOME);
        money = open();
        assertEquals(before, money.accounts(HOME));
    }
}
