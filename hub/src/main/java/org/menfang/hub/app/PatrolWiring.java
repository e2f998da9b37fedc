package org.menfang.hub.app;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.RepairDesk;
import org.menfang.hub.roster.BoardSource;
import org.menfang.hub.roster.HandOverSource;
import org.menfang.hub.roster.Roster;
import org.menfang.hub.roster.RosterBook;
import org.menfang.hub.round.GateWatch;
import org.menfang.hub.round.RoundApi;
import org.menfang.hub.round.RoundBook;
import org.menfang.hub.round.RoundClock;
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

    private final Desk desk;
    private final RosterBook roster;
    private final RoundBook rounds;

    /// @param team everybody who answers alarms
    /// @param sources what else the next shift has to know
    PatrolWiring(
            Chapters chapters,
            Book book,
            OfficeNeeds needs,
            RepairDesk repairs,
            Supplier<List<OperatorName>> team,
            List<HandOverSource> sources) {
        desk = needs.desk();
        roster = new RosterBook(book, chapters.roster(), team, withOwn(desk, sources));
        rounds = new RoundBook(book, chapters.rounds(), needs.codes(), repairs, team);
    }

    private static List<HandOverSource> withOwn(Desk desk, List<HandOverSource> sources) {
        return Stream.concat(Stream.of(new BoardSource(desk::board)), sources.stream()).toList();
    }

    /// Who is on duty when.
    RosterBook roster() {
        return roster;
    }

    List<Section> sections() {
        return List.of(new RoundApi(rounds));
    }

    List<Timed> timed(Teller teller) {
        return List.of(
                new RoundClock(rounds, roster::leaders, teller), new GateWatch(desk, rounds));
    }
}
