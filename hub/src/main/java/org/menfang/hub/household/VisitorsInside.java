package org.menfang.hub.household;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.roster.HandOverItem;
import org.menfang.hub.roster.HandOverKind;
import org.menfang.hub.roster.HandOverSource;
import org.menfang.vocabulary.AreaId;
import org.menfang.wire.EventBody;

/// Visitors who came in and, as far as passes tell, did not leave: the last use of the pass led
/// where the first one did. Whoever leaves by the exit button leaves no trace, so that this is a
/// list of those to look for, not of those who are there.
public final class VisitorsInside implements HandOverSource {
    private static final Duration LOOKED_BACK = Duration.ofDays(1);
    private static final int USES_MAX = 50;

    private final HouseholdDesk desk;
    private final EventFinder finder;

    public VisitorsInside(HouseholdDesk desk, EventFinder finder) {
        this.desk = desk;
        this.finder = finder;
    }

    @Override
    public List<HandOverItem> open(Instant now) {
        List<HandOverItem> items = new ArrayList<>();
        for (VisitorPass pass : desk.open(now)) {
            EventSearch search =
                    new EventSearch.OfPasses(
                            pass.compound(), now.minus(LOOKED_BACK), Set.of(pass.pass()));
            List<LoggedEvent> uses =
                    finder.find(search, USES_MAX).stream()
                            .filter(event -> PassShow.isGrantOf(pass.pass(), event))
                            .toList();
            if (isInside(uses)) {
                LoggedEvent last = uses.getFirst();
                String number = pass.pass().value();
                items.add(
                        HandOverItem.of(
                                HandOverKind.VISITOR_INSIDE,
                                last.where(),
                                last.event().time(),
                                number.substring(number.length() - 4)));
            }
        }
        return items;
    }

    /// @param uses the newest first
    static boolean isInside(List<LoggedEvent> uses) {
        if (uses.isEmpty()) {
            return false;
        }
        AreaId first = leadsTo(uses.getLast());
        return first == null ? uses.size() % 2 == 1 : first.equals(leadsTo(uses.getFirst()));
    }

    private static @Nullable AreaId leadsTo(LoggedEvent use) {
        return use.event().body() instanceof EventBody.AccessGranted granted
                ? granted.grounds().leadsTo()
                : null;
    }
}
