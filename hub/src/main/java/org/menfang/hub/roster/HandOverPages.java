package org.menfang.hub.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.AlarmKind;

/// The pages on which one shift hands over to the next.
public final class HandOverPages implements Section {
    private static final String PAGE = "/hand-over";
    private static final int SHOWN_MAX = 30;

    private final RosterBook desk;

    public HandOverPages(RosterBook desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PAGE, Right.SEE_BOARD, this::now);
        table.post(PAGE + "/sign", Right.ANSWER_ALARMS, this::sign);
        table.get(PAGE + "/{number}", Right.SEE_BOARD, this::one);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PAGE, "patrol.hand-over", Right.SEE_BOARD));
    }

    /// One thing that the next shift has to know.
    ///
    /// @param since empty where nobody knows
    public record ItemRow(String kind, String place, String text, String since) {}

    /// One of the two who sign.
    ///
    /// @param signed who and when; empty while nobody has
    /// @param may whether the visitor can sign here
    public record SideCard(
            String side, String title, String shift, String crew, String signed, boolean may) {}

    /// A hand-over of the past.
    public record PastRow(String path, String what, String signed, boolean complete) {}

    private Reply now(Visit visit) {
        Instant now = visit.now();
        Optional<Duty> duty = desk.duty(now);
        Optional<Slot> coming = desk.coming(now);
        List<SideCard> sides =
                duty.isPresent() && coming.isPresent()
                        ? sides(visit, duty.get(), coming.get())
                        : List.of();
        return Reply.show(
                "patrol/hand-over.jte",
                Map.of(
                        "duty",
                        RosterPages.duty(visit, desk),
                        "items",
                        rows(visit, desk.open(now)),
                        "sides",
                        sides,
                        "past",
                        desk.handOvers().stream()
                                .limit(SHOWN_MAX)
                                .map(each -> past(visit, each))
                                .toList()));
    }

    private List<SideCard> sides(Visit visit, Duty duty, Slot coming) {
        HandOver begun = RosterRules.begun(duty, coming);
        List<SideCard> sides = new ArrayList<>();
        for (Side side : Side.values()) {
            Slot slot =
                    switch (side) {
                        case LEAVING -> duty.answering();
                        case COMING -> coming;
                    };
            HandOver.Signature signature = begun == null ? null : begun.of(side);
            HandOver.Signature other = begun == null ? null : begun.of(side.other());
            sides.add(
                    new SideCard(
                            side.name(),
                            visit.text("patrol.side." + side),
                            DayText.slot(visit, slot),
                            DayText.people(visit, desk.shift(slot).crew().everybody()),
                            signed(visit, signature),
                            signature == null
                                    && belongs(visit, duty, slot, side)
                                    && !(other != null && other.by().equals(visit.who()))));
        }
        return sides;
    }

    private boolean belongs(Visit visit, Duty duty, Slot slot, Side side) {
        boolean member =
                switch (side) {
                    case LEAVING -> duty.persons().contains(visit.who());
                    case COMING -> desk.shift(slot).crew().has(visit.who());
                };
        return visit.may(Right.ANSWER_ALARMS) && (member || visit.may(Right.LEAD_SHIFT));
    }

    private static String signed(Visit visit, HandOver.@Nullable Signature signature) {
        return signature == null ? "" : signature.by() + " · " + DayText.at(visit, signature.at());
    }

    private static List<ItemRow> rows(Visit visit, List<HandOverItem> items) {
        return items.stream().map(item -> row(visit, item)).toList();
    }

    private static ItemRow row(Visit visit, HandOverItem item) {
        Instant since = item.since();
        AlarmKind alarm = item.alarm();
        String kind = visit.text("patrol.item." + item.kind());
        return new ItemRow(
                alarm == null ? kind : kind + ": " + visit.text("alarm." + alarm),
                item.place(),
                item.text(),
                since == null ? "" : DayText.at(visit, since));
    }

    private static PastRow past(Visit visit, HandOver each) {
        return new PastRow(
                PAGE + "/" + each.number(),
                DayText.slot(visit, each.from()) + " → " + DayText.slot(visit, each.to()),
                DayText.at(visit, each.begunAt()),
                each.isComplete());
    }

    private Reply sign(Visit visit) {
        Optional<Side> side =
                List.of(Side.values()).stream()
                        .filter(each -> each.name().equals(visit.field("side")))
                        .findFirst();
        if (side.isEmpty()) {
            return new Reply.Refused(Problem.MALFORMED);
        }
        return Answering.to(
                visit,
                desk.sign(
                        visit.who(),
                        visit.may(Right.LEAD_SHIFT),
                        side.get(),
                        FreeText.onOneLine(visit.field("note")),
                        visit.now()),
                PAGE,
                "said.patrol.signed",
                this::now);
    }

    private Reply one(Visit visit) {
        return desk.handOver(RosterPages.number(visit.path("number")))
                .map(each -> one(visit, each))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    /// A side as it stands on paper.
    ///
    /// @param since what had come since the hand-over was filled in
    public record SignedCard(
            String title, String shift, String signed, String note, List<ItemRow> since) {}

    private static Reply one(Visit visit, HandOver each) {
        return Reply.show(
                "patrol/hand-over-one.jte",
                Map.of(
                        "number",
                        each.number(),
                        "begun",
                        DayText.at(visit, each.begunAt()),
                        "complete",
                        each.isComplete(),
                        "items",
                        rows(visit, each.items()),
                        "sides",
                        List.of(
                                card(visit, Side.LEAVING, each.from(), each.leaving()),
                                card(visit, Side.COMING, each.to(), each.coming()))));
    }

    private static SignedCard card(
            Visit visit, Side side, Slot slot, HandOver.@Nullable Signature signature) {
        return new SignedCard(
                visit.text("patrol.side." + side),
                DayText.slot(visit, slot),
                signed(visit, signature),
                signature == null ? "" : signature.note(),
                signature == null ? List.of() : rows(visit, signature.since()));
    }
}
