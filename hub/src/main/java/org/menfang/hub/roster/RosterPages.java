package org.menfang.hub.roster;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageHandler;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.OperatorName;

/// The pages on which a team reads its roster and swaps shifts.
public final class RosterPages implements Section {
    private static final String ROSTER = "/roster";
    private static final String SHIFT = ROSTER + "/shift/{date}/{shift}";

    /// How many days a shift that is offered in return may lie ahead.
    private static final int RETURN_DAYS_MAX = 14;

    private final RosterBook desk;

    public RosterPages(RosterBook desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(ROSTER, Right.SEE_BOARD, this::week);
        table.get(SHIFT, Right.SEE_BOARD, this::shift);
        table.post(SHIFT + "/change", Right.LEAD_SHIFT, this::change);
        table.post(SHIFT + "/restore", Right.LEAD_SHIFT, this::restore);
        table.post(SHIFT + "/swap", Right.ANSWER_ALARMS, this::askSwap);
        table.post(ROSTER + "/swaps/{number}/agree", Right.ANSWER_ALARMS, this::agree);
        table.post(ROSTER + "/swaps/{number}/end", Right.ANSWER_ALARMS, this::endSwap);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(ROSTER, "patrol.roster", Right.SEE_BOARD));
    }

    /// Who answers now, in words.
    ///
    /// @param coming the shift that has not taken over yet; empty where none is late
    public record DutyText(String shift, String people, String since, String coming) {}

    static Optional<DutyText> duty(Visit visit, RosterBook desk) {
        return desk.duty(visit.now())
                .map(duty ->
                        new DutyText(
                                DayText.slot(visit, duty.answering()),
                                DayText.people(visit, desk.onDuty(visit.now())),
                                DayText.at(visit, duty.since()),
                                duty.waiting() ? DayText.slot(visit, duty.running()) : ""));
    }

    /// @param title the day
    public record DayRow(String title, boolean today, List<ShiftCell> shifts) {}

    /// @param name of the shift
    /// @param leader empty for none
    /// @param people the others
    /// @param running whether it is on now
    /// @param mine whether the visitor works in it
    public record ShiftCell(
            String name,
            String time,
            String leader,
            String people,
            boolean running,
            boolean changed,
            boolean mine,
            String path) {}

    /// @param what who asks whom for what
    /// @param mayAgree whether the visitor was asked
    /// @param mayEnd whether the visitor can decline or withdraw
    public record SwapRow(long number, String what, boolean mayAgree, boolean mayEnd) {}

    private Reply week(Visit visit) {
        // A night belongs to the day before: who looks at the roster in it has to find it.
        LocalDate first =
                date(visit.query("from")).orElseGet(() -> desk.running(visit.now()).date());
        Map<LocalDate, List<RosterBook.Planned>> days = new LinkedHashMap<>();
        for (RosterBook.Planned planned : desk.week(first)) {
            days.merge(planned.slot().date(), List.of(planned), RosterPages::joined);
        }
        List<DayRow> rows =
                days.entrySet().stream()
                        .map(day -> row(visit, day.getKey(), day.getValue()))
                        .toList();
        return Reply.show(
                "patrol/roster.jte",
                Map.of(
                        "duty",
                        duty(visit, desk),
                        "days",
                        rows,
                        "before",
                        ROSTER + "?from=" + first.minusDays(7),
                        "after",
                        ROSTER + "?from=" + first.plusDays(7),
                        "swaps",
                        swaps(visit),
                        "leads",
                        visit.may(Right.LEAD_SHIFT)));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static DayRow row(Visit visit, LocalDate date, List<RosterBook.Planned> shifts) {
        return new DayRow(
                DayText.day(visit, date),
                date.equals(today(visit)),
                shifts.stream().map(planned -> cell(visit, planned)).toList());
    }

    private static ShiftCell cell(Visit visit, RosterBook.Planned planned) {
        Crew crew = planned.crew();
        OperatorName leader = crew.leader();
        Instant now = visit.now();
        return new ShiftCell(
                visit.text("patrol.shift." + planned.slot().shift()),
                DayText.time(planned.begin(), visit.zone())
                        + "–"
                        + DayText.time(planned.end(), visit.zone()),
                leader == null ? "" : leader.value(),
                leader != null && crew.volunteers().isEmpty()
                        ? ""
                        : DayText.people(visit, crew.volunteers()),
                !planned.begin().isAfter(now) && planned.end().isAfter(now),
                planned.changed(),
                crew.has(visit.who()),
                path(planned.slot()));
    }

    private static String path(Slot slot) {
        return ROSTER + "/shift/" + slot.date() + "/" + slot.shift();
    }

    private List<SwapRow> swaps(Visit visit) {
        return desk.openSwaps(visit.now()).stream().map(swap -> swap(visit, swap)).toList();
    }

    private static SwapRow swap(Visit visit, Swap swap) {
        Slot back = swap.back();
        String what =
                visit.text(back == null ? "patrol.swap.favour" : "patrol.swap.exchange")
                        .replace("{asker}", swap.asker().value())
                        .replace("{with}", swap.with().value())
                        .replace("{shift}", DayText.slot(visit, swap.slot()))
                        .replace("{back}", back == null ? "" : DayText.slot(visit, back));
        boolean asked = swap.with().equals(visit.who());
        return new SwapRow(swap.number(), what, asked, asked || swap.asker().equals(visit.who()));
    }

    /// @param value of the form
    /// @param text what people read
    public record Option(String value, String text, boolean chosen) {}

    private Reply shift(Visit visit) {
        Optional<Slot> slot = slot(visit.path("date"), visit.path("shift"));
        return slot.map(found -> shift(visit, found))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply shift(Visit visit, Slot slot) {
        RosterBook.Planned planned = desk.shift(slot);
        boolean open = planned.end().isAfter(visit.now());
        return Reply.show(
                "patrol/shift.jte",
                Map.of(
                        "title", DayText.slot(visit, slot),
                        "shift", cell(visit, planned),
                        "path", path(slot),
                        "maySwap", open && planned.crew().has(visit.who()),
                        "mayChange", open && visit.may(Right.LEAD_SHIFT),
                        "others", others(planned),
                        "returns", returns(visit, planned),
                        "crew", members(desk, planned.crew()),
                        "leaders", leaders(desk, planned.crew())));
    }

    private List<Option> others(RosterBook.Planned planned) {
        return desk.everybody().stream()
                .filter(who -> !planned.crew().has(who))
                .map(who -> new Option(who.value(), who.value(), false))
                .toList();
    }

    /// Shifts of others that the visitor could work in return.
    private List<Option> returns(Visit visit, RosterBook.Planned planned) {
        Instant latest = visit.now().plus(Duration.ofDays(RETURN_DAYS_MAX));
        LocalDate today = today(visit);
        return Stream.of(today, today.plusDays(7))
                .flatMap(from -> desk.week(from).stream())
                .filter(each ->
                        each.end().isAfter(visit.now())
                                && each.begin().isBefore(latest)
                                && !each.slot().equals(planned.slot())
                                && !each.crew().has(visit.who())
                                && !each.crew().everybody().isEmpty())
                .map(each ->
                        new Option(
                                each.slot().date() + "/" + each.slot().shift(),
                                DayText.slot(visit, each.slot())
                                        + " · "
                                        + DayText.people(visit, each.crew().everybody()),
                                false))
                .toList();
    }

    static List<Option> members(RosterBook desk, Crew crew) {
        return desk.everybody().stream()
                .map(who -> new Option(who.value(), who.value(), crew.volunteers().contains(who)))
                .toList();
    }

    static List<Option> leaders(RosterBook desk, Crew crew) {
        return desk.everybody().stream()
                .map(who -> new Option(who.value(), who.value(), who.equals(crew.leader())))
                .toList();
    }

    private Reply change(Visit visit) {
        return withSlot(
                visit,
                slot ->
                        Answering.to(
                                visit,
                                desk.changeDay(visit.who(), slot, crew(visit)),
                                path(slot),
                                "said.patrol.saved",
                                this::shift));
    }

    private Reply restore(Visit visit) {
        return withSlot(
                visit,
                slot ->
                        Answering.to(
                                visit,
                                desk.restoreDay(visit.who(), slot),
                                path(slot),
                                "said.patrol.saved",
                                this::shift));
    }

    private Reply askSwap(Visit visit) {
        String[] back = visit.field("back").split("/", -1);
        Slot inReturn = back.length == 2 ? slot(back[0], back[1]).orElse(null) : null;
        Optional<OperatorName> with = name(visit.field("with"));
        if (with.isEmpty()) {
            return new Reply.Refused(Problem.MALFORMED);
        }
        return withSlot(
                visit,
                slot ->
                        Answering.to(
                                visit,
                                desk.askSwap(visit.who(), slot, with.get(), inReturn),
                                ROSTER,
                                "said.patrol.swap-asked",
                                this::shift));
    }

    private Reply agree(Visit visit) {
        return answerSwap(visit, desk::agreeSwap, "said.patrol.swapped");
    }

    private Reply endSwap(Visit visit) {
        return answerSwap(visit, desk::endSwap, "said.patrol.swap-ended");
    }

    private interface SwapAnswer {
        Outcome by(OperatorName who, long swap);
    }

    private Reply answerSwap(Visit visit, SwapAnswer answer, String said) {
        long number = number(visit.path("number"));
        return Answering.to(
                visit, answer.by(visit.who(), number), ROSTER, said, (PageHandler) this::week);
    }

    private Reply withSlot(Visit visit, Function<Slot, Reply> then) {
        return slot(visit.path("date"), visit.path("shift"))
                .map(then)
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    /// Who a form puts on a shift: `person` for each, `leader` for one of them.
    static Crew crew(Visit visit) {
        return new Crew(
                visit.fields("person").stream().flatMap(text -> name(text).stream()).toList(),
                name(visit.field("leader")).orElse(null));
    }

    static LocalDate today(Visit visit) {
        return visit.now().atZone(visit.zone()).toLocalDate();
    }

    /// 0 for what is no number of ours.
    static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Optional<OperatorName> name(String text) {
        try {
            return Optional.of(new OperatorName(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Shift> shift(String text) {
        return Arrays.stream(Shift.values()).filter(each -> each.name().equals(text)).findFirst();
    }

    private static Optional<Slot> slot(String date, String shift) {
        return date(date).flatMap(day -> shift(shift).map(each -> new Slot(day, each)));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
