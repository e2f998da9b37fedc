package org.menfang.hub.repair;

import java.time.Instant;
import java.util.List;
import org.menfang.hub.repair.NewRepair.MeasuredFault;
import org.menfang.hub.roster.HandOverItem;
import org.menfang.hub.roster.HandOverKind;
import org.menfang.hub.roster.HandOverSource;

/// Repairs that cannot wait, for the shift that comes next.
public record RepairSource(RepairBook repairs) implements HandOverSource {
    @Override
    public List<HandOverItem> open(Instant now) {
        return repairs.open().stream()
                .filter(repair -> repair.isPressing(now))
                .map(Repair::what)
                .map(RepairSource::item)
                .toList();
    }

    private static HandOverItem item(NewRepair what) {
        MeasuredFault fault = what.fault();
        return new HandOverItem(
                HandOverKind.REPAIR_OPEN,
                what.place(),
                what.seenAt(),
                what.what(),
                fault == null ? null : fault.kind());
    }
}
