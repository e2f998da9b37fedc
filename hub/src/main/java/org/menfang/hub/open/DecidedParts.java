package org.menfang.hub.open;

import java.util.ArrayList;
import java.util.List;
import org.menfang.hub.money.Booking;
import org.menfang.hub.money.Fen;
import org.menfang.hub.money.MonthAccounts;
import org.menfang.hub.open.Sheet.Fact;
import org.menfang.hub.repair.RepairFigures;

/// The tables of what people did.
final class DecidedParts {
    /// What a wall can hold; the number of all of them stands above the table.
    static final int REPAIR_ROWS_MAX = 40;

    private final Say say;
    private final PublicFacts facts;

    DecidedParts(Say say, PublicFacts facts) {
        this.say = say;
        this.facts = facts;
    }

    Sheet.Part repairs() {
        RepairFigures repairs = facts.repairs();
        List<Fact> sums = new ArrayList<>();
        sums.add(fact("open.repairs.open", Integer.toString(repairs.open().size())));
        sums.add(fact("open.repairs.closed", Integer.toString(repairs.closed())));
        if (repairs.closed() > 0) {
            sums.add(fact("open.repairs.mean", say.span(repairs.meanAge())));
        }
        return new Sheet.Part(
                "repairs",
                say.text("open.repairs"),
                say.text("open.repairs.explain"),
                sums,
                List.of(
                        say.text("open.repairs.place"),
                        say.text("open.repairs.what"),
                        say.text("open.repairs.state"),
                        say.text("open.repairs.age")),
                repairs.open().stream().limit(REPAIR_ROWS_MAX).map(this::repair).toList(),
                say.text("open.repairs.none"));
    }

    private List<String> repair(RepairFigures.Waiting repair) {
        return List.of(
                say.typed(repair.place()),
                repair.fault() == null
                        ? say.typed(repair.what())
                        : say.text("alarm." + repair.fault().kind()),
                say.text("open.repairs.state." + repair.state()),
                say.span(java.time.Duration.between(repair.seenAt(), facts.now())));
    }

    Sheet.Part money() {
        MonthAccounts month = facts.money();
        List<Fact> sums = new ArrayList<>();
        sums.add(
                fact(
                        "open.money.month",
                        month.month()
                                + " · "
                                + say.text(
                                        month.closed()
                                                ? "money.month.closed"
                                                : "money.month.open")));
        sums.add(fact("money.opening", yuan(month.openingFen())));
        month.income()
                .forEach((source, fen) -> sums.add(fact("money.source." + source, yuan(fen))));
        sums.add(fact("money.income.sum", yuan(month.incomeFen())));
        sums.add(fact("money.expense.sum", yuan(month.expenseFen())));
        sums.add(fact("money.closing", yuan(month.closingFen())));
        return new Sheet.Part(
                "money",
                say.text("open.money"),
                say.fill("open.money.explain", "yuan", Fen.write(facts.twoKeysOverFen())),
                sums,
                List.of(
                        say.text("money.day"),
                        say.text("money.what"),
                        say.text("money.text"),
                        say.text("money.amount"),
                        say.text("money.receipt"),
                        say.text("open.money.keys")),
                month.expenses().stream().map(this::expense).toList(),
                say.text("open.money.none"));
    }

    private List<String> expense(Booking booking) {
        return List.of(
                booking.day().toString(),
                say.text("money.what." + booking.what())
                        + " · "
                        + (booking.use() == null ? "" : say.text("money.use." + booking.use())),
                say.typed(booking.text()),
                Fen.write(booking.fen()),
                say.number(booking.receipt()) + pictured(booking),
                keys(booking));
    }

    private String pictured(Booking booking) {
        return booking.picture() == null ? "" : " · " + say.text("open.money.pictured");
    }

    private String keys(Booking booking) {
        return switch (booking.state()) {
            case WAITS -> say.text("open.money.keys.waits");
            case WITHDRAWN -> say.text("money.state.WITHDRAWN");
            case TAKEN_BACK -> say.text("money.state.TAKEN_BACK");
            case COUNTS ->
                    say.text(booking.twoKeys() ? "open.money.keys.two" : "open.money.keys.one");
        };
    }

    private static String yuan(long fen) {
        return Fen.write(fen);
    }

    private Fact fact(String key, String value) {
        return new Fact(say.text(key), value);
    }
}
