package org.menfang.gate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AreaRule;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.rules.Interlock;
import org.menfang.rules.Quota;
import org.menfang.rules.RuleSet;
import org.menfang.rules.TravelTime;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.QuotaId;

/// What a rule set says about places, found by place: quotas, interlocks, ways between access
/// points.
public final class PlaceIndex {
    private final TreeMap<DoorId, TreeSet<DoorId>> interlocked = new TreeMap<>();
    private final TreeMap<QuotaId, CountedQuota> quotas = new TreeMap<>();
    private final TreeMap<AccessPointId, List<CountedQuota>> quotasAt = new TreeMap<>();
    private final TreeMap<AccessPointId, TreeMap<AccessPointId, Integer>> travelSeconds =
            new TreeMap<>();
    private final boolean watchesAreas;
    private final boolean limitsStays;

    PlaceIndex(@Nullable RuleSet rules) {
        watchesAreas = rules != null && rules.places().areas().stream().anyMatch(PlaceIndex::asks);
        limitsStays =
                rules != null
                        && rules.places().areas().stream()
                                .anyMatch(area -> !area.stays().isEmpty());
        if (rules == null) {
            return;
        }
        rules.places().interlocks().forEach(this::add);
        rules.places().travelTimes().forEach(this::add);
        for (Quota quota : rules.households().quotas()) {
            CountedQuota counted = CountedQuota.of(quota, rules.gates());
            if (quotas.put(quota.id(), counted) != null) {
                throw new IllegalArgumentException("the rule set has two of " + quota.id());
            }
            for (AccessPointId point : quota.accessPoints()) {
                quotasAt.computeIfAbsent(point, _ -> new ArrayList<>()).add(counted);
            }
        }
    }

    /// A quota, with what is looked up of it.
    ///
    /// @param gates how many gates count it; 1 where the set does not say
    private record CountedQuota(Quota quota, TreeSet<HouseholdId> households, int gates) {
        static CountedQuota of(Quota quota, List<GateOutline> outlines) {
            long gates =
                    outlines.stream()
                            .filter(gate ->
                                    gate.accessPoints().stream()
                                            .anyMatch(quota.accessPoints()::contains))
                            .count();
            return new CountedQuota(
                    quota, new TreeSet<>(quota.households()), (int) Math.max(1, gates));
        }

        boolean concerns(Holder holder, HouseholdId household, KnownTime time) {
            return !quota.exempt().contains(holder.kind())
                    && (households.isEmpty() || households.contains(household))
                    && time.hasReached(quota.from())
                    && !time.hasReached(quota.until());
        }
    }

    /// The quotas of which a passage uses something, now.
    ///
    /// Whoever comes home uses nothing: that is known from where the access point comes from.
    ///
    /// @param fromOutside whether the access point comes from outside
    public List<Quota> quotasFor(
            @Nullable Holder holder, AccessPointId point, boolean fromOutside, KnownTime time) {
        HouseholdId household = holder == null ? null : holder.household();
        List<CountedQuota> here = quotasAt.get(point);
        if (holder == null || household == null || here == null || fromOutside) {
            return List.of();
        }
        return here.stream()
                .filter(counted -> counted.concerns(holder, household, time))
                .map(CountedQuota::quota)
                .toList();
    }

    /// None where this rule set has no such quota.
    public @Nullable Quota quota(QuotaId id) {
        CountedQuota found = quotas.get(id);
        return found == null ? null : found.quota();
    }

    /// How many gates count a quota; 1 where the set does not say.
    public int gatesOf(QuotaId id) {
        CountedQuota found = quotas.get(id);
        return found == null ? 1 : found.gates();
    }

    /// The doors of which none may stand open or released together with this one, in order.
    public List<DoorId> interlockedWith(DoorId door) {
        TreeSet<DoorId> others = interlocked.get(door);
        return others == null ? List.of() : List.copyOf(others);
    }

    /// How long it takes at least from one access point to another; 0 where nobody said.
    public int travelSeconds(AccessPointId from, AccessPointId to) {
        TreeMap<AccessPointId, Integer> ways = travelSeconds.get(from);
        Integer seconds = ways == null ? null : ways.get(to);
        return seconds == null ? 0 : seconds;
    }

    /// Whether any way between access points is known.
    public boolean knowsWays() {
        return !travelSeconds.isEmpty();
    }

    /// Whether it matters to any area who is inside.
    public boolean watchesAreas() {
        return watchesAreas;
    }

    /// Whether any area limits how long somebody stays.
    public boolean limitsStays() {
        return limitsStays;
    }

    private static boolean asks(AreaRule area) {
        return switch (area.passback()) {
            case SOFT, HARD -> true;
            case OFF -> area.occupantsMax() != null || !area.stays().isEmpty();
        };
    }

    private void add(Interlock interlock) {
        for (DoorId door : interlock.doors()) {
            TreeSet<DoorId> others = interlocked.computeIfAbsent(door, _ -> new TreeSet<>());
            interlock.doors().stream().filter(other -> !other.equals(door)).forEach(others::add);
        }
    }

    private void add(TravelTime way) {
        add(way.from(), way.to(), way.seconds());
        add(way.to(), way.from(), way.seconds());
    }

    /// Where a way is named twice, the shorter time holds.
    private void add(AccessPointId from, AccessPointId to, int seconds) {
        travelSeconds.computeIfAbsent(from, _ -> new TreeMap<>()).merge(to, seconds, Math::min);
    }
}
