package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.PassId;

/// Who really went where and when, as somebody at the door would write it down.
final class PassageBook {
    private final List<Passage> passages = new ArrayList<>();
    private final Map<PassId, Integer> passUses = new HashMap<>();
    private @Nullable Instant lockdownUntil;
    private @Nullable Instant lockdownFrom;

    private record Passage(Instant at, @Nullable Holder holder, AccessPointPlan point) {}

    /// @param holder none for a pass, and for whoever left by a button
    void went(Instant at, @Nullable Holder holder, AccessPointPlan point) {
        passages.add(new Passage(at, holder, point));
    }

    void used(PassId pass) {
        passUses.merge(pass, 1, Integer::sum);
    }

    int uses(PassId pass) {
        return passUses.getOrDefault(pass, 0);
    }

    void lockedDown(Instant from, Duration lasts) {
        if (!isLockedDown(from)) {
            lockdownFrom = from;
            lockdownUntil = from.plus(lasts);
        }
    }

    boolean isLockedDown(Instant at) {
        return lockdownFrom != null
                && lockdownUntil != null
                && !at.isBefore(lockdownFrom)
                && at.isBefore(lockdownUntil);
    }

    /// How often a household passed where a quota counts, within its period.
    long uses(Quota quota, HouseholdId household, Instant at) {
        Instant since = at.minus(Duration.ofHours(quota.periodHours()));
        return passages.stream()
                .filter(passage -> passage.at.isAfter(since))
                .filter(passage -> quota.accessPoints().contains(passage.point.id()))
                .map(Passage::holder)
                .filter(holder -> holder != null && household.equals(holder.household()))
                .filter(holder -> !quota.exempt().contains(holder.kind()))
                .count();
    }

    Optional<Instant> lastPassage(HolderId holder, AccessPointId point) {
        return passages.stream()
                .filter(passage -> passage.holder != null && holder.equals(passage.holder.id()))
                .filter(passage -> passage.point.id().equals(point))
                .map(Passage::at)
                .max(Instant::compareTo);
    }

    /// Whether anybody went through one of these doors since a time.
    boolean anyThrough(List<DoorId> doors, Instant since) {
        return passages.stream()
                .anyMatch(passage ->
                        doors.contains(passage.point.door()) && passage.at.isAfter(since));
    }
}
