package org.menfang.rules.file;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.DoorRule;
import org.menfang.rules.Interlock;
import org.menfang.rules.LevelRule;
import org.menfang.rules.Quota;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.SecurityLevel;

/// Checks that no rule can keep anybody in: where a reader leads outside, a rule that may deny is
/// accepted only if an exit button from the same area releases the same door (GB 50396-2007
/// 9.0.1(2)).
final class LeavingChecks {
    private final RuleDraft draft;
    private final FaultList faults;

    /// The ways out that hang on a credential, by name, by door and by the area where they lead.
    private final Map<AccessPointId, AccessPointPlan> points = new HashMap<>();

    private final Map<DoorId, AccessPointPlan> doors = new HashMap<>();
    private final Map<AreaId, AccessPointPlan> areas = new HashMap<>();

    LeavingChecks(RuleDraft draft, Site site, FaultList faults) {
        this.draft = draft;
        this.faults = faults;
        for (AccessPointPlan point : site.accessPoints()) {
            if (!point.isRex() && isOutside(site, point.to()) && !hasRexBeside(site, point)) {
                points.put(point.id(), point);
                doors.putIfAbsent(point.door(), point);
                areas.putIfAbsent(point.to(), point);
            }
        }
    }

    void check() {
        if (points.isEmpty()) {
            return;
        }
        draft.doors().forEach(this::checkDoor);
        draft.accessPoints().forEach(this::checkAccessPoint);
        draft.areas().forEach(this::checkArea);
        draft.interlocks().forEach(this::checkInterlock);
        draft.quotas().forEach(this::checkQuota);
        draft.classLimits().forEach(this::checkClassLimit);
        draft.levels().forEach(this::checkLevel);
        draft.quarantines().forEach(piece -> add(piece, "", anyWay()));
    }

    private void checkDoor(Piece<DoorRule> piece) {
        AccessPointPlan way = doors.get(piece.value().door());
        List<DoorRule.ModeTime> modes = piece.value().modes();
        for (int i = 0; way != null && i < modes.size(); i++) {
            if (modes.get(i).mode() == DoorMode.BLOCKED) {
                add(piece, ".modes[" + i + "].mode", way);
            }
        }
    }

    private void checkAccessPoint(Piece<AccessPointRule> piece) {
        AccessPointRule rule = piece.value();
        AccessPointPlan way = points.get(rule.accessPoint());
        if (way == null) {
            return;
        }
        for (int i = 0; i < rule.security().size(); i++) {
            if (rule.security().get(i).level() == SecurityLevel.CARD_AND_PIN) {
                add(piece, ".security[" + i + "].level", way);
            }
        }
        if (rule.twoPersons() != null) {
            add(piece, ".twoPersons", way);
        }
        if (!rule.escorted().isEmpty()) {
            add(piece, ".escorted", way);
        }
        if (rule.notAgainSeconds() != null) {
            add(piece, ".notAgainSeconds", way);
        }
    }

    private void checkArea(Piece<AreaRule> piece) {
        AccessPointPlan way = areas.get(piece.value().area());
        if (way != null && piece.value().passback() == Passback.HARD) {
            add(piece, ".passback", way);
        }
        if (way != null && piece.value().occupantsMax() != null) {
            add(piece, ".occupantsMax", way);
        }
    }

    private void checkInterlock(Piece<Interlock> piece) {
        List<DoorId> joined = piece.value().doors();
        for (int i = 0; i < joined.size(); i++) {
            AccessPointPlan way = doors.get(joined.get(i));
            if (way != null) {
                add(piece, ".doors[" + i + "]", way);
            }
        }
    }

    private void checkQuota(Piece<Quota> piece) {
        List<AccessPointId> counted = piece.value().accessPoints();
        for (int i = 0; i < counted.size(); i++) {
            AccessPointPlan way = points.get(counted.get(i));
            if (way != null) {
                add(piece, ".accessPoints[" + i + "]", way);
            }
        }
    }

    private void checkClassLimit(Piece<ClassLimit> piece) {
        AccessPointPlan way = points.get(piece.value().accessPoint());
        if (way != null) {
            add(piece, ".accessPoint", way);
        }
    }

    private void checkLevel(Piece<LevelRule> piece) {
        List<LevelRule.DoorEffect> effects = piece.value().doors();
        for (int i = 0; i < effects.size(); i++) {
            AccessPointPlan way = doors.get(effects.get(i).door());
            DoorMode mode = effects.get(i).mode();
            if (way != null && (mode == DoorMode.BLOCKED || mode == DoorMode.LOCKED_DOWN)) {
                add(piece, ".doors[" + i + "].mode", way);
            }
        }
        if (!piece.value().admits().isEmpty()) {
            add(piece, ".admits", anyWay());
        }
    }

    /// The first by name, for a rule that holds at each.
    private AccessPointPlan anyWay() {
        return Collections.min(points.values(), Comparator.comparing(AccessPointPlan::id));
    }

    private void add(Piece<?> piece, String within, AccessPointPlan way) {
        faults.addWithin(
                piece,
                within,
                RuleFaultCode.KEEPS_SOMEONE_IN,
                way.id().value(),
                way.door().value());
    }

    private static boolean hasRexBeside(Site site, AccessPointPlan point) {
        return site.accessPoints().stream()
                .anyMatch(other ->
                        other.isRex()
                                && other.door().equals(point.door())
                                && other.from().equals(point.from()));
    }

    private static boolean isOutside(Site site, AreaId area) {
        return site.areas().stream()
                .filter(plan -> plan.id().equals(area))
                .anyMatch(AreaPlan::outside);
    }
}
