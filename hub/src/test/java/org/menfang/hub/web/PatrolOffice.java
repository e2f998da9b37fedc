package org.menfang.hub.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.NewRepair;
import org.menfang.hub.roster.BoardSource;
import org.menfang.hub.roster.HandOverItem;
import org.menfang.hub.roster.HandOverPages;
import org.menfang.hub.roster.Roster;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.roster.RosterPages;
import org.menfang.hub.roster.RosterPlanPages;
import org.menfang.hub.round.Check;
import org.menfang.hub.round.Checkpoint;
import org.menfang.hub.round.DueTime;
import org.menfang.hub.round.GateWatch;
import org.menfang.hub.round.How;
import org.menfang.hub.round.PointCodes;
import org.menfang.hub.round.PointsPages;
import org.menfang.hub.round.RoundApi;
import org.menfang.hub.round.RoundBook;
import org.menfang.hub.round.RoundClock;
import org.menfang.hub.round.RoundPages;
import org.menfang.hub.round.RoundPlanPages;
import org.menfang.hub.round.Rounds;
import org.menfang.hub.round.Tour;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.OperatorName;

/// The roster and the rounds of a test: everything but the board, at a time that the test sets.
final class PatrolOffice {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final OperatorName WANG = new OperatorName("王建国");
    static final OperatorName LI = new OperatorName("李大姐");
    static final OperatorName ZHAO = new OperatorName("赵阿姨");

    final List<NewRepair> repairs = new ArrayList<>();
    final List<Notice> told = new ArrayList<>();
    final List<HandOverItem> inside = new ArrayList<>();
    final Book book;
    final RosterBook roster;
    final RoundBook rounds;
    private final RoundClock clock;
    private static final List<OperatorName> TEAM = List.of(WANG, LI, ZHAO);
    private final ScriptedDesk desk;
    private final CasePictures pictures;
    private volatile Instant now;
    private volatile boolean live;

    /// @param now where its time begins
    PatrolOffice(Path folder, ScriptedDesk desk, Instant now) {
        this.now = now;
        this.desk = desk;
        Roster shifts = new Roster(ZONE);
        Rounds walks = new Rounds(ZONE);
        book = Book.open(new InMemoryBookStore(), this::now, List.of(shifts, walks));
        roster =
                new RosterBook(
                        book,
                        shifts,
                        () -> TEAM,
                        List.of(new BoardSource(desk::board), _ -> inside));
        try {
            rounds =
                    new RoundBook(
                            book,
                            walks,
                            PointCodes.open(folder),
                            (_, repair) -> {
                                repairs.add(repair);
                                return new Outcome.Done(List.of());
                            },
                            () -> TEAM);
            pictures = new CasePictures(PictureShelf.open(folder.resolve("pictures"), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        watch = new GateWatch(desk, rounds);
        clock = new RoundClock(rounds, roster::leaders, told::add);
    }

    private final GateWatch watch;

    Section[] sections() {
        return new Section[] {
            new RosterPages(roster),
            new RosterPlanPages(roster),
            new HandOverPages(roster),
            new RoundPages(rounds, pictures),
            new RoundPlanPages(rounds, desk, () -> TEAM),
            new RoundApi(rounds, pictures),
            new PointsPages(roster, rounds)
        };
    }

    Instant now() {
        return live ? Instant.now() : now;
    }

    /// From now on its time is the machine's, as that of the pages is.
    void live() {
        live = true;
    }

    void tick(Instant at) {
        now = at;
        clock.tick(at);
        watch.tick(at);
    }

    /// A tour that leads to a reader of the east gate and to two codes.
    ///
    /// @param due when it is due every day, for two hours
    Tour tour(Instant due) {
        return new Tour(
                "",
                Compound.ID,
                "夜巡",
                false,
                List.of(
                        point("east", "东门", How.READER, new AccessPointId("main-in")),
                        point("shed", "车棚", How.NFC, null),
                        point("house", "门房", How.QR, null)),
                List.of(
                        new DueTime(
                                due.atZone(ZONE).toLocalTime(),
                                120,
                                Arrays.asList(DayOfWeek.values()))));
    }

    private static Checkpoint point(
            String id, String name, How how, @Nullable AccessPointId accessPoint) {
        return new Checkpoint(
                id,
                name,
                how,
                accessPoint == null ? null : Compound.EAST,
                accessPoint,
                1,
                List.of(new Check("lamp", "灯亮着")));
    }

    /// The code that a place of the only tour shows now.
    String code(String point) {
        Tour tour = rounds.tours().getFirst();
        return rounds.codes().code(tour, tour.point(point).orElseThrow(), now());
    }
}
