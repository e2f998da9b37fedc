package org.menfang.hub.repair;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.menfang.hub.book.Book;
import org.menfang.hub.cases.Ages;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.repair.NewRepair.MeasuredFault;
import org.menfang.vocabulary.OperatorName;

/// One repair in the words of its page.
///
/// @param owner empty while there is none
/// @param how how it came to its end; empty while it is open
/// @param stars what residents say; empty where nobody said anything
public record RepairView(
        int number,
        String place,
        String title,
        RepairState state,
        String stateText,
        String age,
        boolean pressing,
        boolean measured,
        String owner,
        String how,
        String stars) {

    /// A station on its way.
    ///
    /// @param sign `done`, `now` or `later`
    public record Station(String sign, String text, String signText) {}

    /// @param by empty on pages for everybody
    public record StepLine(String at, String by, String what, String text) {}

    static RepairView of(Visit visit, Repair repair) {
        Closing closing = repair.closing();
        return new RepairView(
                repair.number(),
                repair.what().place(),
                title(visit, repair.what()),
                repair.state(),
                visit.text("cases.repair.state." + repair.state()),
                Ages.text(visit, repair.age(visit.now())),
                repair.isPressing(visit.now()),
                repair.isMeasured(),
                repair.owner() == null ? "" : repair.owner().value(),
                closing == null ? "" : visit.text("cases.repair.closing." + closing),
                stars(visit, repair.votes()));
    }

    /// What is broken: in the words of the alarm where a gate measures it.
    static String title(Visit visit, NewRepair what) {
        MeasuredFault fault = what.fault();
        if (fault == null) {
            return what.what();
        }
        String measured = visit.text("alarm." + fault.kind());
        return what.what().isBlank() ? measured : measured + " · " + what.what();
    }

    private static String stars(Visit visit, Repair.Votes votes) {
        return votes.ratings() == 0
                ? ""
                : visit.text("cases.repair.stars")
                        .replace("{mean}", String.format(Locale.ROOT, "%.1f", votes.mean()))
                        .replace("{count}", String.valueOf(votes.ratings()));
    }

    static List<Station> way(Visit visit, Repair repair) {
        List<Station> way = new ArrayList<>();
        for (RepairState state : RepairState.values()) {
            int far = state.compareTo(repair.state());
            boolean over = far < 0 || repair.state() == RepairState.CLOSED;
            String shown = over ? "done" : far == 0 ? "now" : "later";
            way.add(
                    new Station(
                            shown,
                            visit.text("cases.repair.state." + state),
                            visit.text("cases.way." + shown)));
        }
        return way;
    }

    /// The newest first.
    ///
    /// @param inPublic then no name and no words of people stand there
    static List<StepLine> steps(Visit visit, Repair repair, boolean inPublic) {
        return repair.steps().reversed().stream()
                .filter(step -> !inPublic || step.kind() != Repair.StepKind.SLIPS_MADE)
                .map(step -> line(visit, step, inPublic))
                .toList();
    }

    private static StepLine line(Visit visit, Repair.Step step, boolean inPublic) {
        String what = visit.text("cases.repair.step." + step.kind());
        boolean number =
                switch (step.kind()) {
                    case RATED, SLIPS_MADE -> true;
                    case REPORTED,
                            ACCEPTED,
                            BEGUN,
                            FINISHED,
                            GIVEN_BACK,
                            SENT_BACK,
                            CLOSED,
                            PICTURED ->
                            false;
                };
        return new StepLine(
                Times.second(step.at(), visit.zone()),
                inPublic ? "" : who(visit, step),
                number ? what.replace("{count}", step.text()) : what,
                number || inPublic ? "" : step.text());
    }

    private static String who(Visit visit, Repair.Step step) {
        OperatorName by = step.by();
        if (step.kind() == Repair.StepKind.RATED) {
            return visit.text("cases.by-resident");
        }
        return by.equals(Book.HUB) ? visit.text("cases.by-hub") : by.value();
    }

    static String days(Duration mean) {
        return String.format(Locale.ROOT, "%.1f", mean.toMinutes() / (24.0 * 60));
    }
}
