package org.menfang.hub.round;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.hub.roster.RosterBook;

/// The page of volunteer points, month by month.
public final class PointsPages implements Section {
    private static final String PAGE = "/points";

    private final RosterBook roster;
    private final RoundBook rounds;

    public PointsPages(RosterBook roster, RoundBook rounds) {
        this.roster = roster;
        this.rounds = rounds;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PAGE, Right.SEE_BOARD, this::show);
    }

    private Reply show(Visit visit) {
        YearMonth month = month(visit);
        Instant from = month.atDay(1).atStartOfDay(visit.zone()).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(visit.zone()).toInstant();
        return Reply.show(
                "patrol/points.jte",
                Map.of(
                        "month",
                        month.toString(),
                        "before",
                        PAGE + "?month=" + month.minusMonths(1),
                        "after",
                        PAGE + "?month=" + month.plusMonths(1),
                        "lines",
                        VolunteerPoints.of(roster.served(from, to), rounds.between(from, to)),
                        "figures",
                        rounds.figures(from, to)));
    }

    private static YearMonth month(Visit visit) {
        YearMonth now = YearMonth.from(visit.now().atZone(visit.zone()));
        try {
            String asked = visit.query("month");
            return asked.matches("[0-9]{4}-[0-9]{2}") ? YearMonth.parse(asked) : now;
        } catch (DateTimeException e) {
            return now;
        }
    }

    /// The deeds in the order of the table.
    public static List<VolunteerPoints.Deed> deeds() {
        return List.of(VolunteerPoints.Deed.values());
    }
}
