package org.menfang.hub.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.vocabulary.CompoundId;

/// The page on which somebody proposes a lockdown that takes two.
public final class LockdownPages implements Section {
    private static final String PATH = "/lockdown";

    /// What the page offers, beside as long as the rules allow.
    private static final List<Integer> HOURS = List.of(2, 4, 8, 12, 24);

    private static final int MINUTES_AN_HOUR = 60;

    private final LockdownDesk desk;
    private final Supplier<List<CompoundId>> compounds;

    /// @param compounds all whose gates the hub knows
    public LockdownPages(LockdownDesk desk, Supplier<List<CompoundId>> compounds) {
        this.desk = desk;
        this.compounds = compounds;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SET_LEVEL, this::show);
        table.grave(PATH, Right.SET_LEVEL, this::propose);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "rights.lockdown", Right.SET_LEVEL));
    }

    private Reply show(Visit visit) {
        return Reply.show(
                "rights/lockdown.jte",
                Map.of(
                        "compounds",
                        compounds.get().stream().map(CompoundId::value).toList(),
                        "hours",
                        HOURS,
                        "chosen",
                        visit.field("compound"),
                        "aloneMinutes",
                        Lockdowns.ALONE_MINUTES_MAX));
    }

    private Reply propose(Visit visit) {
        return Answering.to(visit, proposed(visit), GraveDesk.PAGE, GraveDesk.PROPOSED, this::show);
    }

    private Outcome proposed(Visit visit) {
        String name = visit.field("compound");
        Optional<CompoundId> compound =
                compounds.get().stream().filter(each -> each.value().equals(name)).findFirst();
        if (compound.isEmpty()) {
            return new Outcome.Refused("refused.rights.no-compound");
        }
        List<String> known = new ArrayList<>(HOURS.stream().map(String::valueOf).toList());
        known.add("");
        String hours = visit.field("hours");
        return known.contains(hours)
                ? desk.propose(visit.who(), compound.get(), minutes(hours))
                : new Outcome.Refused("refused.rights.lockdown-hours");
    }

    /// @return none for as long as the rules allow
    private static @Nullable Integer minutes(String hours) {
        return hours.isEmpty() ? null : Integer.parseInt(hours) * MINUTES_AN_HOUR;
    }
}
