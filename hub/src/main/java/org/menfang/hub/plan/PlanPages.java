package org.menfang.hub.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.page.Wording;
import org.menfang.hub.rights.Right;

/// The plan as a page that renews itself, and the form that says where things stand.
public final class PlanPages implements Section {
    private static final String GATE = "/plan/{compound}/{gate}";
    private static final int DIGITS_MAX = 3;

    private final Book book;
    private final Placements placements;
    private final Supplier<Board> board;

    public PlanPages(Book book, Placements placements, Supplier<Board> board) {
        this.book = book;
        this.placements = placements;
        this.board = board;
    }

    @Override
    public void addTo(PageTable table) {
        table.get("/plan", Right.SEE_BOARD, this::show);
        table.get(GATE, Right.SET_UP, this::showPlaces);
        table.post(GATE, Right.SET_UP, this::place);
        table.post(GATE + "/clear", Right.SET_UP, this::clear);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance("/plan", "plan.title", Right.SEE_BOARD));
    }

    private Reply show(Visit visit) {
        Map<PlanItem, Spot> spots = book.read(placements::all);
        List<Drawing> drawings =
                board.get().gates().stream().map(gate -> Drawing.of(gate, spots)).toList();
        return Reply.show(
                "plan/plan.jte",
                Map.of(
                        "drawings",
                        drawings,
                        "ages",
                        (Function<Instant, String>)
                                since ->
                                        Wording.span(
                                                visit::text, Duration.between(since, visit.now())),
                        "mayPlace",
                        visit.may(Right.SET_UP)));
    }

    private Reply showPlaces(Visit visit) {
        Optional<GateCard> gate = gate(visit);
        if (gate.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        Map<PlanItem, Spot> spots = book.read(placements::all);
        return Reply.show(
                "plan/places.jte",
                Map.of(
                        "drawing",
                        Drawing.of(gate.get(), spots),
                        "spots",
                        spots,
                        "address",
                        address(gate.get())));
    }

    private Reply place(Visit visit) {
        Optional<GateCard> gate = gate(visit);
        if (gate.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        List<EntryBody> placed = new ArrayList<>();
        for (Drawing.Shape shape : Drawing.of(gate.get(), Map.of()).shapes()) {
            String x = visit.field(field(shape.item(), "x"));
            String y = visit.field(field(shape.item(), "y"));
            if (x.isEmpty() && y.isEmpty()) {
                continue;
            }
            Optional<Integer> along = along(x);
            Optional<Integer> down = along(y);
            if (along.isEmpty() || down.isEmpty()) {
                return Answering.to(
                        visit,
                        new Outcome.Refused("refused.plan.number"),
                        "",
                        "",
                        this::showPlaces);
            }
            placed.add(
                    new PlanEntry.Placed(
                            gate.get().compound(),
                            gate.get().gate(),
                            shape.item().kind(),
                            shape.item().id(),
                            along.get(),
                            down.get()));
        }
        return Answering.to(
                visit,
                book.decide(visit.who(), _ -> new Verdict.Write(placed)),
                address(gate.get()),
                "said.plan.placed",
                this::showPlaces);
    }

    private Reply clear(Visit visit) {
        Optional<GateCard> gate = gate(visit);
        if (gate.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        PlanEntry cleared = new PlanEntry.Cleared(gate.get().compound(), gate.get().gate());
        return Answering.to(
                visit,
                book.decide(visit.who(), _ -> Verdict.write(cleared)),
                address(gate.get()),
                "said.plan.cleared",
                this::showPlaces);
    }

    private Optional<GateCard> gate(Visit visit) {
        return board.get().gates().stream()
                .filter(gate -> gate.compound().value().equals(visit.path("compound")))
                .filter(gate -> gate.gate().value().equals(visit.path("gate")))
                .findFirst();
    }

    private static String address(GateCard gate) {
        return "/plan/" + gate.compound() + "/" + gate.gate();
    }

    /// The name of a field of the form.
    public static String field(PlanItem item, String axis) {
        return item.kind() + "." + item.id() + "." + axis;
    }

    private static Optional<Integer> along(String typed) {
        if (!typed.matches("[0-9]+") || typed.length() > DIGITS_MAX) {
            return Optional.empty();
        }
        int value = Integer.parseInt(typed);
        return value <= Spot.ALONG_MAX ? Optional.of(value) : Optional.empty();
    }

    /// Where the thing stands, as the form shows it; empty where nobody placed it.
    public static String shown(Map<PlanItem, Spot> spots, PlanItem item, boolean horizontal) {
        Spot spot = spots.get(item);
        return spot == null ? "" : Integer.toString(horizontal ? spot.x() : spot.y());
    }
}
