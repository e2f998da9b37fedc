package org.menfang.hub.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.RepairDesk;
import org.menfang.hub.roster.BoardSource;
import org.menfang.hub.roster.DutyDesk;
import org.menfang.hub.roster.HandOverPages;
import org.menfang.hub.roster.HandOverSource;
import org.menfang.hub.roster.Roster;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.roster.RosterPages;
import org.menfang.hub.roster.RosterPlanPages;
import org.menfang.hub.round.GateWatch;
import org.menfang.hub.round.PointsPages;
import org.menfang.hub.round.RoundApi;
import org.menfang.hub.round.RoundBook;
import org.menfang.hub.round.RoundClock;
import org.menfang.hub.round.RoundPages;
import org.menfang.hub.round.RoundPlanPages;
import org.menfang.hub.round.RoundSource;
import org.menfang.hub.round.Rounds;
import org.menfang.vocabulary.OperatorName;

/// The roster and the rounds, put together.
final class PatrolWiring {
    /// What is known of both.
    record Chapters(Roster roster, Rounds rounds) {
        static Chapters empty(ZoneId zone) {
            return new Chapters(new Roster(zone), new Rounds(zone));
        }

        List<Chapter> all() {
            return List.of(roster, rounds);
        }
    }

    private final Book book;
    private final Desk desk;
    private final RosterBook roster;
    private final RoundBook rounds;
    private final CasePictures pictures;
    private final Supplier<List<OperatorName>> team;

    /// @param team everybody who answers alarms
    /// @param sources what else the next shift has to know
    PatrolWiring(
            Chapters chapters,
            Book book,
            OfficeNeeds needs,
            RepairDesk repairs,
            Supplier<List<OperatorName>> team,
            List<HandOverSource> sources) {
        this.book = book;
        this.desk = needs.desk();
        this.team = team;
        this.pictures = new CasePictures(needs.roundPictures());
        this.rounds = new RoundBook(book, chapters.rounds(), needs.codes(), repairs, team);
        List<HandOverSource> all = new ArrayList<>();
        all.add(new BoardSource(desk::board));
        all.add(new RoundSource(rounds));
        all.addAll(sources);
        this.roster = new RosterBook(book, chapters.roster(), team, all);
    }

    /// The desk of the pages: its board says who answers.
    ///
    /// @param inner the desk whose board it is
    DutyDesk desk(Desk inner) {
        return new DutyDesk(inner, book, roster);
    }

    /// Who is on duty when.
    RosterBook roster() {
        return roster;
    }

    /// Where rounds are walked and seen.
    RoundBook rounds() {
        return rounds;
    }

    List<Section> sections() {
        return List.of(
                new RosterPages(roster),
                new RosterPlanPages(roster),
                new HandOverPages(roster),
                new RoundPages(rounds, pictures),
                new RoundPlanPages(rounds, desk, team),
                new RoundApi(rounds, pictures),
                new PointsPages(roster, rounds));
    }

    List<Timed> timed(Teller teller) {
        return List.of(
                new RoundClock(rounds, roster::leaders, teller), new GateWatch(desk, rounds));
    }
}
