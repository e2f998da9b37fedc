package org.menfang.sim.check;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.Holder;
import org.menfang.rules.Quota;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.PassId;

/// Who really went where and when, as somebody at the doors would write it down.
final class PassageBook {
    /// Of one household at one access point; more than it goes there within any quota's period.
    private static final int PASSAGES_KEPT_MAX = 400;

    private static final long SECONDS_AN_HOUR = 3_600;

    private final Map<HouseholdAt, Deque<Use>> households = new HashMap<>();
    private final Map<HolderAt, Use> holders = new HashMap<>();
    private final Map<DoorAt, Instant> doors = new HashMap<>();
    private final Map<PassId, Deque<Use>> passes = new HashMap<>();

    private record HouseholdAt(HouseholdId household, AccessPointId point) {}

    private record HolderAt(GateId gate, HolderId holder, AccessPointId point) {}

    private record DoorAt(GateId gate, DoorId door) {}

    /// One passage of somebody.
    ///
    /// @param holder none for a pass, and for whoever left by a button
    /// @param seen whether the gate saw its door open; otherwise it gave back what was used up
    record Use(Instant at, GateId gate, @Nullable Holder holder, boolean seen) {}

    void went(Use use, AccessPointPlan point) {
        doors.put(new DoorAt(use.gate, point.door()), use.at);
        Holder holder = use.holder;
        if (holder == null) {
            return;
        }
        holders.put(new HolderAt(use.gate, holder.id(), point.id()), use);
        HouseholdId household = holder.household();
        if (household != null) {
            add(
                    households.computeIfAbsent(
                            new HouseholdAt(household, point.id()), _ -> new ArrayDeque<>()),
                    use);
        }
    }

    private static void add(Deque<Use> uses, Use use) {
        uses.addLast(use);
        if (uses.size() > PASSAGES_KEPT_MAX) {
            uses.removeFirst();
        }
    }

    void used(Use use, PassId pass) {
        add(passes.computeIfAbsent(pass, _ -> new ArrayDeque<>()), use);
    }

    List<Use> uses(PassId pass) {
        return List.copyOf(passes.getOrDefault(pass, new ArrayDeque<>()));
    }

    /// The passages of a household where a quota counts, within its period.
    List<Use> uses(Quota quota, HouseholdId household, Instant at) {
        Instant since = at.minusSeconds(quota.periodHours() * SECONDS_AN_HOUR);
        return quota.accessPoints().stream()
                .map(point -> new HouseholdAt(household, point))
                .flatMap(place -> households.getOrDefault(place, new ArrayDeque<>()).stream())
                .filter(use -> use.at.isAfter(since))
                .filter(use -> use.holder == null || !quota.exempt().contains(use.holder.kind()))
                .toList();
    }

    /// How a holder last passed at an access point of one gate.
    Optional<Use> lastPassage(GateId gate, HolderId holder, AccessPointId point) {
        return Optional.ofNullable(holders.get(new HolderAt(gate, holder, point)));
    }

    /// Whether anybody went through one of these doors of a gate since a time.
    boolean anyThrough(GateId gate, List<DoorId> others, Instant since) {
        return others.stream()
                .map(door -> doors.get(new DoorAt(gate, door)))
                .anyMatch(last -> last != null && last.isAfter(since));
    }
}
