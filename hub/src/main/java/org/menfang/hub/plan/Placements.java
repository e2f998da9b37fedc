package org.menfang.hub.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.wire.GateIdentity;

/// Where somebody said that things stand.
public final class Placements implements Chapter {
    private final Map<PlanItem, Spot> spots = new HashMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("plan.placed", PlanEntry.Placed.class),
                new EntryType<>("plan.cleared", PlanEntry.Cleared.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof PlanEntry change) {
            switch (change) {
                case PlanEntry.Placed(var compound, var gate, var kind, String id, int x, int y) ->
                        spots.put(
                                new PlanItem(new GateIdentity(compound, gate), kind, id),
                                new Spot(x, y));
                case PlanEntry.Cleared(var compound, var gate) ->
                        spots.keySet()
                                .removeIf(item ->
                                        item.gate().equals(new GateIdentity(compound, gate)));
            }
        }
    }

    /// A copy that nothing changes.
    public Map<PlanItem, Spot> all() {
        return Map.copyOf(spots);
    }
}
