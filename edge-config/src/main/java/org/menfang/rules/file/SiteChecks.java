package org.menfang.rules.file;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.GateOutline;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;

/// Checks a rule set as the gate of a site has to: that it is meant for it, keeps nobody in, and
/// asks for nothing that its readers cannot do. What the set says of other gates is theirs to
/// check.
final class SiteChecks {
    private static final String NONE = "–";

    private SiteChecks() {}

    static void check(RuleDraft draft, Site site, FaultList faults) {
        for (Piece<CompoundId> compound : draft.compound()) {
            if (!compound.value().equals(site.compound())) {
                faults.add(
                        compound,
                        RuleFaultCode.FOREIGN_COMPOUND,
                        compound.value().value(),
                        site.compound().value());
            }
        }
        checkOutline(draft, site, faults);
        for (Piece<AccessProfile> profile : draft.profiles()) {
            checkLane(profile, site, faults);
        }
        new ReaderChecks(draft, site, faults).check();
        new LeavingChecks(draft, site, faults).check();
    }

    private static void checkOutline(RuleDraft draft, Site site, FaultList faults) {
        if (draft.gates().isEmpty()) {
            return;
        }
        boolean found = false;
        for (Piece<GateOutline> gate : draft.gates()) {
            if (gate.value().gate().equals(site.gate())) {
                found = true;
                compare(
                        gate,
                        ".areas",
                        gate.value().areas(),
                        site.areas().stream().map(AreaPlan::id).toList(),
                        faults);
                compare(
                        gate,
                        ".doors",
                        gate.value().doors(),
                        site.doors().stream().map(DoorPlan::id).toList(),
                        faults);
                compare(
                        gate,
                        ".accessPoints",
                        gate.value().accessPoints(),
                        site.accessPoints().stream().map(AccessPointPlan::id).toList(),
                        faults);
            }
        }
        if (!found) {
            Piece<GateOutline> first = draft.gates().iterator().next();
            faults.add(first.place(), "gates", RuleFaultCode.MISSING_OUTLINE, site.gate().value());
        }
    }

    private static void compare(
            Piece<GateOutline> gate,
            String within,
            Collection<?> believed,
            Collection<?> there,
            FaultList faults) {
        Set<String> absent = names(believed);
        absent.removeAll(names(there));
        Set<String> unheard = names(there);
        unheard.removeAll(names(believed));
        if (!absent.isEmpty() || !unheard.isEmpty()) {
            faults.addWithin(
                    gate, within, RuleFaultCode.OUTLINE_DIFFERS, words(absent), words(unheard));
        }
    }

    private static void checkLane(Piece<AccessProfile> piece, Site site, FaultList faults) {
        AreaId lane = piece.value().lane();
        if (lane == null) {
            return;
        }
        List<AccessProfile.Policy> policies = piece.value().policies();
        for (int i = 0; i < policies.size(); i++) {
            AccessPointPlan point = site.accessPoint(policies.get(i).accessPoint()).orElse(null);
            if (point != null && !point.from().equals(lane) && !point.to().equals(lane)) {
                faults.addWithin(
                        piece,
                        ".policies[" + i + "].accessPoint",
                        RuleFaultCode.LEAVES_LANE,
                        point.id().value(),
                        lane.value());
            }
        }
    }

    private static Set<String> names(Collection<?> ids) {
        Set<String> names = new TreeSet<>();
        ids.forEach(id -> names.add(id.toString()));
        return names;
    }

    private static String words(Set<String> names) {
        return names.isEmpty() ? NONE : String.join(", ", names);
    }
}
