package org.menfang.rules.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.menfang.rules.AreaRule;
import org.menfang.rules.GateOutline;
import org.menfang.rules.LevelRule;
import org.menfang.rules.TravelTime;

/// Checks that what decides alone is there once.
final class RepeatChecks {
    private final FaultList faults;

    private RepeatChecks(FaultList faults) {
        this.faults = faults;
    }

    static void check(RuleDraft draft, FaultList faults) {
        RepeatChecks checks = new RepeatChecks(faults);
        checks.checkOnce(draft.specialDays(), each -> each.id());
        checks.checkOnce(draft.schedules(), each -> each.id());
        checks.checkOnce(draft.profiles(), each -> each.id());
        checks.checkOnce(draft.holders(), each -> each.id());
        checks.checkOnce(draft.credentials(), each -> each.identifier());
        checks.checkOnce(draft.doors(), each -> each.door());
        checks.checkOnce(draft.accessPoints(), each -> each.accessPoint());
        checks.checkOnce(draft.areas(), each -> each.area());
        checks.checkOnce(draft.travelTimes(), RepeatChecks::way);
        checks.checkOnce(draft.quotas(), each -> each.id());
        checks.checkOnce(
                draft.classLimits(), each -> each.type() + " " + each.accessPoint().value());
        checks.checkOnce(draft.levels(), each -> each.level());
        checks.checkOnce(draft.issuers(), each -> each.publicKey());
        checks.checkOnce(draft.revoked(), each -> each.pass());
        for (Piece<AreaRule> area : draft.areas()) {
            checks.checkWithin(area, ".stays", area.value().stays(), each -> each.kind());
        }
        for (Piece<LevelRule> level : draft.levels()) {
            checks.checkWithin(level, ".doors", level.value().doors(), each -> each.door());
        }
        checks.checkOutlines(draft.gates());
    }

    /// Areas may belong to several gates; doors and access points belong to one.
    private void checkOutlines(Pieces<GateOutline> gates) {
        checkOnce(gates, each -> each.gate());
        Map<Object, String> first = new HashMap<>();
        for (Piece<GateOutline> gate : gates) {
            checkAll(gate, ".doors", gate.value().doors(), first);
            checkAll(gate, ".accessPoints", gate.value().accessPoints(), first);
        }
    }

    private <T> void checkOnce(Pieces<T> pieces, Function<T, Object> key) {
        Map<Object, Piece<T>> first = new HashMap<>();
        for (Piece<T> piece : pieces) {
            Object name = key.apply(piece.value());
            Piece<T> before = first.putIfAbsent(name, piece);
            if (before != null) {
                faults.add(piece, RuleFaultCode.REPEATED, name.toString(), before.path());
            }
        }
    }

    private <T> void checkWithin(
            Piece<?> piece, String within, List<T> list, Function<T, Object> key) {
        checkAll(piece, within, list.stream().map(key).toList(), new HashMap<>());
    }

    private void checkAll(Piece<?> piece, String within, List<?> names, Map<Object, String> first) {
        for (int i = 0; i < names.size(); i++) {
            Object name = names.get(i);
            String here = within + "[" + i + "]";
            String before = first.putIfAbsent(name, piece.path() + here);
            if (before != null) {
                faults.addWithin(piece, here, RuleFaultCode.REPEATED, name.toString(), before);
            }
        }
    }

    /// A way is the same there and back.
    private static Object way(TravelTime time) {
        String from = time.from().value();
        String to = time.to().value();
        return from.compareTo(to) < 0 ? from + " - " + to : to + " - " + from;
    }
}
