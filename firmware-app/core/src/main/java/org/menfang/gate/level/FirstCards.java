package org.menfang.gate.level;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.gate.door.Passage;
import org.menfang.gate.door.PassageWatch;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Case;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.ScheduleId;

/// The cards of those who may open a door for everybody in a period of a schedule. A card counts
/// once its holder has passed: whoever may open the door for everybody is there then, and not only
/// his card before the reader. None outlives a power cut.
public final class FirstCards implements PassageWatch {
    /// By the `events` seq of the grant: cards whose holders have not passed yet.
    private final TreeMap<Long, FirstCard> granted = new TreeMap<>();

    private final TreeMap<DoorId, FirstCard> came = new TreeMap<>();
    private boolean news;

    /// A card that may open a door for everybody.
    ///
    /// @param schedule in whose period
    /// @param at when it was shown
    record FirstCard(ScheduleId schedule, Instant at) {}

    /// Somebody may pass.
    ///
    /// @param grant the `events` seq
    public void granted(long grant, Case asked) {
        Holder holder = asked.holder();
        if (holder == null || !asked.time().trusted()) {
            return;
        }
        AccessTable table = asked.table();
        DoorSchedule.of(table, table.doorRule(asked.point().door()))
                .at(asked.time().local())
                .filter(each -> each.firstCard().stream().anyMatch(holder.profiles()::contains))
                .ifPresent(each ->
                        granted.put(grant, new FirstCard(each.schedule(), asked.time().wall())));
        while (granted.size() > Limits.FIRST_CARDS_MAX) {
            granted.pollFirstEntry();
        }
    }

    @Override
    public void taken(Turn turn, DoorId door, Passage passage) {
        for (Long grant : passage.grants()) {
            FirstCard card = granted.remove(grant);
            if (card != null) {
                came.put(door, card);
                news = true;
            }
        }
    }

    @Override
    public void notTaken(Turn turn, DoorId door, Passage passage) {
        passage.grants().forEach(granted::remove);
    }

    @Override
    public void openedFreely(Turn turn, DoorId door) {}

    /// The card by which a door stands open for everybody; none if it does not.
    @Nullable FirstCard at(DoorId door) {
        return came.get(door);
    }

    /// The period is over.
    void forget(DoorId door) {
        came.remove(door);
    }

    /// Whether a card came since this was asked before.
    boolean takeNews() {
        boolean told = news;
        news = false;
        return told;
    }
}
