package org.menfang.rules.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Interlock;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRules;
import org.menfang.rules.RecognitionRules;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.SiteLevel;

/// Checks what a rule set alone can be found wrong in, beside its names.
final class SetChecks {
    private SetChecks() {}

    static void check(RuleDraft draft, FaultList faults) {
        for (Piece<Long> version : draft.version()) {
            if (version.value() < 1) {
                faults.add(version, RuleFaultCode.BAD_VERSION, version.value().toString());
            }
        }
        checkRange(
                draft.pinDigits(),
                RecognitionRules.PIN_DIGITS_MIN,
                RecognitionRules.PIN_DIGITS_MAX,
                faults);
        checkRange(draft.holdOpenMinutesMax(), 1, LevelRules.HOLD_OPEN_MINUTES_MAX, faults);
        checkRange(draft.lockDownMinutesMax(), 1, LevelRule.LASTS_MINUTES_MAX, faults);
        RepeatChecks.check(draft, faults);
        RecognitionChecks.check(draft, faults);
        checkInterlocks(draft, faults);
        for (Piece<LevelRule> level : draft.levels()) {
            checkEvacuation(level, faults);
        }
    }

    private static void checkRange(Pieces<Integer> pieces, int min, int max, FaultList faults) {
        for (Piece<Integer> piece : pieces) {
            if (piece.value() < min || piece.value() > max) {
                faults.add(
                        piece,
                        RuleFaultCode.OUT_OF_RANGE,
                        Integer.toString(min),
                        Integer.toString(max),
                        piece.value().toString());
            }
        }
    }

    private static void checkInterlocks(RuleDraft draft, FaultList faults) {
        Map<DoorId, GateId> gates = new HashMap<>();
        for (Piece<GateOutline> gate : draft.gates()) {
            gate.value().doors().forEach(door -> gates.put(door, gate.value().gate()));
        }
        for (Piece<Interlock> interlock : draft.interlocks()) {
            Set<GateId> joined = new HashSet<>();
            for (DoorId door : interlock.value().doors()) {
                GateId gate = gates.get(door);
                if (gate != null) {
                    joined.add(gate);
                }
            }
            if (joined.size() > 1) {
                faults.add(interlock, RuleFaultCode.INTERLOCK_ACROSS_GATES);
            }
        }
    }

    private static void checkEvacuation(Piece<LevelRule> piece, FaultList faults) {
        LevelRule rule = piece.value();
        if (rule.level() != SiteLevel.EVACUATION) {
            return;
        }
        if (!rule.admits().isEmpty()) {
            faults.addWithin(piece, ".admits", RuleFaultCode.EVACUATION_LOCKS);
        }
        for (int i = 0; i < rule.doors().size(); i++) {
            DoorMode mode = rule.doors().get(i).mode();
            if (mode == DoorMode.BLOCKED || mode == DoorMode.LOCKED_DOWN) {
                faults.addWithin(piece, ".doors[" + i + "].mode", RuleFaultCode.EVACUATION_LOCKS);
            }
        }
    }
}
