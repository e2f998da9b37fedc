package org.menfang.hub.roster;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;

/// The pages on which a leader plans the week.
public final class RosterPlanPages implements Section {
    private static final String PLAN = "/roster/plan";

    private final RosterBook desk;

    public RosterPlanPages(RosterBook desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PLAN, Right.LEAD_SHIFT, this::plan);
        table.get(PLAN + "/{day}/{shift}", Right.LEAD_SHIFT, this::edit);
        table.post(PLAN + "/{day}/{shift}", Right.LEAD_SHIFT, this::save);
        table.get("/roster/times", Right.SEE_BOARD, this::times);
        table.post("/roster/times", Right.SEE_BOARD, this::saveTimes);
    }

    public record DayRow(String title, List<ShiftCell> shifts) {}

    public record ShiftCell(String name, String people, String path) {}

    private Reply plan(Visit visit) {
        return Reply.show(
                "patrol/roster-plan.jte",
                Map.of(
                        "days",
                        Arrays.stream(DayOfWeek.values()).map(day -> row(visit, day)).toList()));
    }

    private DayRow row(Visit visit, DayOfWeek day) {
        return new DayRow(
                visit.text("patrol.day." + day),
                Arrays.stream(Shift.values())
                        .map(shift ->
                                new ShiftCell(
                                        visit.text("patrol.shift." + shift),
                                        DayText.people(
                                                visit,
                                                desk.weekly(visit.now(), day, shift).everybody()),
                                        PLAN + "/" + day + "/" + shift))
                        .toList());
    }

    private record WeekShift(DayOfWeek day, Shift shift) {}

    private static Optional<WeekShift> weekShift(Visit visit) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(visit.path("day")))
                .findFirst()
                .flatMap(day ->
                        RosterPages.shift(visit.path("shift"))
                                .map(shift -> new WeekShift(day, shift)));
    }

    private Reply edit(Visit visit) {
        return weekShift(visit)
                .map(each -> edit(visit, each))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply edit(Visit visit, WeekShift each) {
        Crew crew = desk.weekly(visit.now(), each.day(), each.shift());
        return Reply.show(
                "patrol/roster-plan-shift.jte",
                Map.of(
                        "title",
                        visit.text("patrol.every")
                                + visit.text("patrol.day." + each.day())
                                + " "
                                + visit.text("patrol.shift." + each.shift()),
                        "path",
                        PLAN + "/" + each.day() + "/" + each.shift(),
                        "crew",
                        RosterPages.members(desk, crew),
                        "leaders",
                        RosterPages.leaders(desk, crew)));
    }

    private Reply save(Visit visit) {
        return weekShift(visit)
                .map(each ->
                        Answering.to(
                                visit,
                                desk.planWeek(
                                        visit.who(),
                                        each.day(),
                                        each.shift(),
                                        RosterPages.crew(visit)),
                                PLAN,
                                "said.patrol.saved-tomorrow",
                                this::edit))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private static boolean maySetTimes(Visit visit) {
        return visit.may(Right.LEAD_SHIFT) || visit.may(Right.SET_UP);
    }

    private Reply times(Visit visit) {
        if (!maySetTimes(visit)) {
            return new Reply.Refused(Problem.NOT_YOURS);
        }
        ShiftTimes times = desk.times(visit.now());
        return Reply.show(
                "patrol/roster-times.jte",
                Map.of(
                        "early", times.early().toString(),
                        "late", times.late().toString(),
                        "night", times.night().toString()));
    }

    private Reply saveTimes(Visit visit) {
        if (!maySetTimes(visit)) {
            return new Reply.Refused(Problem.NOT_YOURS);
        }
        Optional<LocalTime> early = time(visit.field("early"));
        Optional<LocalTime> late = time(visit.field("late"));
        Optional<LocalTime> night = time(visit.field("night"));
        if (early.isEmpty() || late.isEmpty() || night.isEmpty()) {
            return new Reply.Refused(Problem.MALFORMED);
        }
        return Answering.to(
                visit,
                desk.setTimes(visit.who(), new ShiftTimes(early.get(), late.get(), night.get())),
                "/roster/times",
                "said.patrol.saved-tomorrow",
                this::times);
    }

    /// A time of day as a form sends it.
    public static Optional<LocalTime> time(String text) {
        try {
            return text.matches("[0-9]{2}:[0-9]{2}")
                    ? Optional.of(LocalTime.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
