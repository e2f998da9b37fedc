package org.menfang.hub.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.incident.Incidents;
import org.menfang.hub.keep.Keeping;
import org.menfang.hub.money.ExpenseUse;
import org.menfang.hub.money.Ledgers;
import org.menfang.hub.money.MoneyEntry;
import org.menfang.hub.repair.RepairEntry;
import org.menfang.hub.repair.Repairs;
import org.menfang.hub.response.Responses;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.roster.Roster;
import org.menfang.hub.round.Check;
import org.menfang.hub.round.Checkpoint;
import org.menfang.hub.round.DueTime;
import org.menfang.hub.round.How;
import org.menfang.hub.round.RoundEntry;
import org.menfang.hub.round.Rounds;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.SqliteBook;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// How long a hub reads its log when it starts: `FoldBench FOLDER ACTS`. It is no test and no part
/// of the build's checks.
final class FoldBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CompoundId HOME = new CompoundId("xinghua");
    private static final OperatorName WALKER = new OperatorName("王建国");
    private static final Instant BEGIN = Instant.parse("2022-01-01T00:00:00Z");
    private static final int AT_ONCE = 1_000;
    private static final int POINTS = 10;

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final List<EntryBody> waiting = new ArrayList<>();
    private int rounds;
    private long bookings;
    private int repairs;

    private FoldBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long acts = Long.parseLong(arguments[1]);
        PrintStream out = System.out;
        Path file = folder.resolve("fold.db");
        try (Database database = open(file)) {
            new FoldBench().fill(database, acts);
        }
        for (int run = 1; run <= 3; run++) {
            try (Database database = open(file)) {
                long begun = System.nanoTime();
                long worked = workedMillis();
                Book book = Book.open(new SqliteBook(database), InstantSource.system(), chapters());
                long millis = (System.nanoTime() - begun) / 1_000_000;
                out.println(
                        "run "
                                + run
                                + ": "
                                + book.head().seq()
                                + " acts in "
                                + millis
                                + " ms, "
                                + (workedMillis() - worked)
                                + " ms of processors; "
                                + Runtime.getRuntime().availableProcessors()
                                + " processors, "
                                + (Runtime.getRuntime().totalMemory()
                                                - Runtime.getRuntime().freeMemory())
                                        / 1_000_000
                                + " MB used");
            }
        }
    }

    private static long workedMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static Database open(Path file) {
        return switch (Database.open(file)) {
            case Database.Opening.Opened(Database database) -> database;
            case Database.Opening other -> throw new IllegalStateException(other.toString());
        };
    }

    private static List<Chapter> chapters() {
        return List.of(
                new Rounds(ZONE),
                new Ledgers(),
                new Repairs(),
                new Incidents(),
                new Responses(),
                new Rights(),
                new Roster(ZONE),
                new Keeping());
    }

    /// Rounds make most of it, as in life; repairs and expenses are between them.
    private void fill(Database database, long acts) {
        Book book = Book.open(new SqliteBook(database), now::get, chapters());
        waiting.add(tour());
        while (book.head().seq() + waiting.size() < acts) {
            addRound();
            if (rounds % 5 == 0) {
                addRepair();
            }
            if (rounds % 20 == 0) {
                addExpense();
            }
            if (waiting.size() >= AT_ONCE) {
                write(book);
            }
        }
        write(book);
    }

    private void write(Book book) {
        List<EntryBody> bodies = List.copyOf(waiting);
        waiting.clear();
        book.decide(WALKER, _ -> new Verdict.Write(bodies));
    }

    private static RoundEntry.TourPlanned tour() {
        List<Checkpoint> points = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            points.add(
                    new Checkpoint(
                            "point-" + point,
                            "第" + point + "处",
                            How.BUTTON,
                            null,
                            null,
                            1,
                            List.of(new Check("lamp", "灯亮着"))));
        }
        return new RoundEntry.TourPlanned(
                "tour-1",
                HOME,
                "夜巡",
                true,
                points,
                List.of(new DueTime(LocalTime.of(22, 0), 120, Arrays.asList(DayOfWeek.values()))));
    }

    private void addRound() {
        rounds++;
        Instant from = BEGIN.plus(Duration.ofHours(rounds));
        now.set(from);
        String id = "tour-1-" + rounds;
        waiting.add(new RoundEntry.RoundDue(id, "tour-1", from, from.plus(Duration.ofHours(2))));
        waiting.add(new RoundEntry.RoundBegun(key(), id, from));
        for (int point = 0; point < POINTS; point++) {
            Instant at = from.plusSeconds(point * 60L);
            waiting.add(
                    new RoundEntry.PointReached(
                            key(), id, WALKER, "point-" + point, at, How.BUTTON));
            waiting.add(
                    new RoundEntry.PointChecked(key(), id, "point-" + point, "lamp", true, "", at));
        }
        waiting.add(new RoundEntry.RoundEnded(key(), id, from.plusSeconds(900), ""));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void addRepair() {
        repairs++;
        waiting.add(new RepairEntry.Reported(repairs, HOME, "西墙", "路灯不亮", null, now.get()));
        waiting.add(new RepairEntry.Accepted(repairs));
        waiting.add(new RepairEntry.Begun(repairs));
        waiting.add(new RepairEntry.Finished(repairs, "换了灯泡"));
    }

    private void addExpense() {
        bookings++;
        waiting.add(
                new MoneyEntry.ExpenseBooked(
                        HOME,
                        bookings,
                        LocalDate.ofInstant(now.get(), ZONE),
                        ExpenseUse.REPAIR,
                        3_600,
                        "换路灯",
                        "receipt-" + bookings,
                        null,
                        false));
    }
}
