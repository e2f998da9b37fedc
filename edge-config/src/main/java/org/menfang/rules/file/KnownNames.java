package org.menfang.rules.file;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;

/// The names that a rule set may use: those that it gives itself, and those of places, which come
/// from its outlines of the gates, or from the one gate's site.
final class KnownNames {
    /// A name may be guessed at among so many; more would take long.
    private static final int GUESSED_AMONG_MAX = 2_000;

    /// Which kinds of names there are, and what a wrong one is.
    private static final Map<Class<?>, RuleFaultCode> CODES =
            Map.of(
                    SpecialDaysId.class, RuleFaultCode.UNKNOWN_SPECIAL_DAYS,
                    ScheduleId.class, RuleFaultCode.UNKNOWN_SCHEDULE,
                    AccessProfileId.class, RuleFaultCode.UNKNOWN_PROFILE,
                    HolderId.class, RuleFaultCode.UNKNOWN_HOLDER,
                    HouseholdId.class, RuleFaultCode.UNKNOWN_HOUSEHOLD,
                    DoorId.class, RuleFaultCode.UNKNOWN_DOOR,
                    AreaId.class, RuleFaultCode.UNKNOWN_AREA,
                    AccessPointId.class, RuleFaultCode.UNKNOWN_ACCESS_POINT);

    /// Knows no names, and so finds none wrong.
    static final KnownNames NONE = new KnownNames();

    private final Map<Class<?>, Set<Object>> known = new HashMap<>();

    private KnownNames() {}

    /// @param site the gate that the set is for; none where it is not known
    static KnownNames of(RuleDraft draft, @Nullable Site site) {
        KnownNames names = new KnownNames();
        names.add(
                SpecialDaysId.class,
                draft.specialDays().values().stream().map(days -> days.id()).toList());
        names.add(
                ScheduleId.class,
                draft.schedules().values().stream().map(schedule -> schedule.id()).toList());
        names.add(
                AccessProfileId.class,
                draft.profiles().values().stream().map(profile -> profile.id()).toList());
        names.addHolders(draft.holders());
        names.addPlaces(draft.gates().values(), site);
        return names;
    }

    /// Whether names of this kind have to be known.
    static boolean isName(Class<?> type) {
        return CODES.containsKey(type);
    }

    /// Adds a fault unless the name is known, or nobody knows names of its kind.
    void check(Object name, Piece<?> piece, String within, FaultList faults) {
        Set<Object> ofKind = known.get(name.getClass());
        RuleFaultCode code = CODES.get(name.getClass());
        if (ofKind != null && code != null && !ofKind.contains(name)) {
            faults.addUnknown(piece, within, code, name.toString(), guesses(ofKind));
        }
    }

    private static List<String> guesses(Set<Object> ofKind) {
        return ofKind.size() > GUESSED_AMONG_MAX
                ? List.of()
                : ofKind.stream().map(Object::toString).sorted().toList();
    }

    private void add(Class<?> kind, Collection<?> names) {
        known.computeIfAbsent(kind, _ -> new HashSet<>()).addAll(names);
    }

    private void addHolders(Pieces<Holder> holders) {
        Set<Object> people = new HashSet<>();
        Set<Object> households = new HashSet<>();
        for (Piece<Holder> holder : holders) {
            people.add(holder.value().id());
            HouseholdId household = holder.value().household();
            if (household != null) {
                households.add(household);
            }
        }
        add(HolderId.class, people);
        add(HouseholdId.class, households);
    }

    private void addPlaces(List<GateOutline> outlines, @Nullable Site site) {
        for (GateOutline outline : outlines) {
            add(DoorId.class, outline.doors());
            add(AreaId.class, outline.areas());
            add(AccessPointId.class, outline.accessPoints());
        }
        if (outlines.isEmpty() && site != null) {
            add(DoorId.class, site.doors().stream().map(DoorPlan::id).toList());
            add(AreaId.class, site.areas().stream().map(AreaPlan::id).toList());
            add(
                    AccessPointId.class,
                    site.accessPoints().stream().map(AccessPointPlan::id).toList());
        }
    }
}
