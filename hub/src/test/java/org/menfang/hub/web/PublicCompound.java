package org.menfang.hub.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Head;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Line;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.decision.AuthorityBook;
import org.menfang.hub.decision.Compounds;
import org.menfang.hub.decision.DecisionBook;
import org.menfang.hub.decision.DecisionKind;
import org.menfang.hub.decision.Decisions;
import org.menfang.hub.decision.Question;
import org.menfang.hub.decision.RuleAuthority;
import org.menfang.hub.decision.RulesInForce;
import org.menfang.hub.keep.KeepEntry;
import org.menfang.hub.keep.KeepPages;
import org.menfang.hub.keep.Keeping;
import org.menfang.hub.keep.Retention;
import org.menfang.hub.money.ExpenseUse;
import org.menfang.hub.money.IncomeSource;
import org.menfang.hub.money.Ledgers;
import org.menfang.hub.money.MoneyBook;
import org.menfang.hub.money.MoneyPages;
import org.menfang.hub.money.ReceiptShelf;
import org.menfang.hub.open.FactReader;
import org.menfang.hub.open.InMemoryUptime;
import org.menfang.hub.open.LogPages;
import org.menfang.hub.open.MonthlyReport;
import org.menfang.hub.open.OpenPages;
import org.menfang.hub.open.Reports;
import org.menfang.hub.open.UptimeStore;
import org.menfang.hub.page.Section;
import org.menfang.hub.print.PdfPrinter;
import org.menfang.hub.print.Press;
import org.menfang.hub.repair.NewRepair;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.repair.Repairs;
import org.menfang.hub.response.AlarmHistory;
import org.menfang.hub.response.Point;
import org.menfang.hub.rights.Body;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.roster.Roster;
import org.menfang.hub.roster.RosterBook;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// A compound with something in every part of its public board.
final class PublicCompound implements AutoCloseable {
    private static final Compounds COMPOUNDS = Compounds.only(Compound.ID);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// People of whom nothing may stand in public.
    static final List<String> NAMES = List.of("陈秀英", "王建国", "李大姐", "赵老师", "13912345678");

    private static final OperatorName COMMITTEE = new OperatorName("王建国");
    private static final OperatorName SUPERVISOR = new OperatorName("赵老师");

    private final Decisions decisions = new Decisions();
    private final RulesInForce rules = new RulesInForce();
    private final Ledgers ledgers = new Ledgers();
    private final Repairs repairs = new Repairs();
    private final Roster roster = new Roster(ZONE);
    private final Reports reports = new Reports();
    private final List<AlarmHistory> alarms = new CopyOnWriteArrayList<>();
    private final InMemoryUptime uptime = new InMemoryUptime();
    private final Keeping keeping = new Keeping();
    private final GraveCases graveCases = new GraveCases();
    private final Rights rights = new Rights();
    private final InMemoryBookStore store = new InMemoryBookStore();
    private final Book book =
            Book.open(
                    store,
                    Instant::now,
                    List.of(
                            decisions,
                            rules,
                            ledgers,
                            repairs,
                            roster,
                            reports,
                            keeping,
                            graveCases,
                            rights));
    private final MoneyBook money =
            new MoneyBook(
                    book,
                    ledgers,
                    (one, other) -> !one.equals(other),
                    new GraveBook(book, graveCases, rights),
                    ZONE);
    private final RepairBook repairBook = new RepairBook(book, repairs);
    private final TestBoard board;

    PublicCompound() {
        TestBoard[] late = new TestBoard[1];
        FactReader facts =
                new FactReader(
                        new FactReader.Sources(
                                () -> late[0].desk.board(),
                                new RosterBook(book, roster, List::of, List.of()),
                                uptime,
                                _ -> alarms,
                                _ -> List.of(),
                                repairBook,
                                new AuthorityBook(book, rules, decisions, COMPOUNDS, _ -> {})
                                        ::inForce,
                                () -> new DecisionBook(book, decisions, COMPOUNDS).closed(100),
                                who ->
                                        Optional.of(
                                                who.equals(SUPERVISOR)
                                                        ? Body.SUPERVISORS
                                                        : Body.COMMITTEE),
                                money,
                                book::head,
                                () -> NAMES,
                                Set::of,
                                ZONE));
        Words words = new Words();
        MonthlyReport report =
                new MonthlyReport(
                        facts, new Press(new PrintTemplates(), new PdfPrinter()), words::text);
        Section[] sections = {
            new MoneyPages(money, new NoReceipts(), facts::compounds),
            new OpenPages(facts, report, book, reports),
            new LogPages(book, this::lines),
            new KeepPages(book, keeping, Retention.DEFAULT, null)
        };
        board = new TestBoard(4, sections);
        late[0] = board;
        fill();
    }

    private record NoReceipts() implements ReceiptShelf {
        @Override
        public Optional<Sha256> keep(byte[] jpeg) {
            return Optional.of(Sha256.of(jpeg));
        }

        @Override
        public Optional<byte[]> find(Sha256 digest) {
            return Optional.of(digest.value().getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Line> lines(long from, int count) {
        List<Line> all = new ArrayList<>();
        store.replay(all::add);
        return all.stream().filter(line -> line.seq() >= from).limit(count).toList();
    }

    TestBoard board() {
        return board;
    }

    Instant now() {
        return Instant.now();
    }

    String today() {
        return LocalDate.now(ZONE).toString();
    }

    Head head() {
        return book.head();
    }

    private void fill() {
        LocalDate today = LocalDate.now(ZONE);
        board.desk.showGates(board.compound.east(), board.compound.westAway());
        uptime.add(
                List.of(
                        new UptimeStore.Day(
                                new GateIdentity(Compound.ID, Compound.EAST),
                                today,
                                86_000_000,
                                85_900_000)));
        alarm(board.compound.forced(7, null), Duration.ofSeconds(40));
        alarm(board.compound.forced(8, null), Duration.ofSeconds(200));
        money.bookIncome(
                COMMITTEE,
                new MoneyBook.NewIncome(Compound.ID, today, IncomeSource.FEE, "9000", "月费三百户"));
        expense("换路灯", "640.50", "0012345");
        money.confirm(SUPERVISOR, Compound.ID, 2);
        expense("扫帚两把", "36", "0012346");
        repair("三号楼东侧", "路灯不亮");
        decide("晚上十一点后大门只进不出", DecisionKind.CURFEW);
        book.decide(
                Book.HUB,
                now ->
                        Verdict.write(
                                new KeepEntry.Purged(
                                        Compound.ID,
                                        Compound.EAST,
                                        EventStream.EVENTS,
                                        1,
                                        900,
                                        900,
                                        Sha256.of("first"),
                                        Sha256.of("last"),
                                        Sha256.of("all"),
                                        now.minus(Duration.ofDays(90)))));
    }

    private void alarm(AlarmCard card, Duration answered) {
        Instant heard = now().minusSeconds(600);
        alarms.add(
                new AlarmHistory(
                        card.ref(),
                        Point.of(card),
                        heard,
                        1,
                        heard.plus(answered),
                        null,
                        null,
                        null,
                        "陈秀英报警"));
    }

    private void expense(String text, String yuan, String receipt) {
        money.bookExpense(
                COMMITTEE,
                new MoneyBook.NewExpense(
                        Compound.ID,
                        LocalDate.now(ZONE),
                        ExpenseUse.REPAIR,
                        yuan,
                        text,
                        receipt,
                        null));
    }

    private void repair(String place, String what) {
        repairBook.report(
                new OperatorName("李大姐"),
                new NewRepair(Compound.ID, place, what, null, now().minus(Duration.ofDays(3))));
    }

    private void decide(String text, DecisionKind kind) {
        DecisionBook council = new DecisionBook(book, decisions, COMPOUNDS);
        council.ask(SUPERVISOR, new Question(kind, text, 3, 2));
        int number = council.open().getFirst().number();
        council.vote(
                SUPERVISOR,
                number,
                List.of(new HouseholdId("3-1-201"), new HouseholdId("3-1-202")),
                org.menfang.hub.decision.Vote.YES);
        council.close(SUPERVISOR, number);
        new AuthorityBook(book, rules, decisions, COMPOUNDS, _ -> {})
                .putInForce(
                        new RuleAuthority.NewRule(
                                Compound.ID, "rule-" + number, kind, text, number),
                        COMMITTEE,
                        SUPERVISOR);
    }

    /// People write names where they should not.
    void plantNames() {
        repair("陈秀英家门口", "找王建国，电话 13912345678");
        expense("付给李大姐", "12", "陈秀英-7");
        decide("陈秀英家的狗不进大门", DecisionKind.RULES);
        board.desk.log(board.compound.logged(1, Compound.granted(), "陈秀英", "东门行人门"));
    }

    @Override
    public void close() {
        board.close();
    }
}
