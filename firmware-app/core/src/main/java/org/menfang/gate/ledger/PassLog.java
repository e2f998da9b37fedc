package org.menfang.gate.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.PassId;
import org.menfang.wire.Grounds.PassFacts;
import org.menfang.wire.Grounds.UseRef;

/// How often each pass was used, here and at the other gates, and the last code of it that was
/// shown.
final class PassLog {
    private final Ledger ledger;

    PassLog(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A pass was used. Uses are kept of a pass that has only so many.
    void use(Turn turn, PassFacts pass, UseRef use) {
        PassId id = pass.pass();
        Instant expires = pass.expires();
        if (id == null || expires == null || pass.usesMax() == null) {
            return;
        }
        Entry.PassUses known = ledger.find(Entry.PassUses.class, id.value());
        List<UseRef> uses = new ArrayList<>(known == null ? List.of() : known.uses());
        if (uses.stream().noneMatch(each -> isOf(each, use.gate(), use.seq()))
                && uses.size() < Limits.PASS_USES_KEPT_MAX) {
            uses.add(use);
        }
        Long lastStep = known == null ? null : known.lastStep();
        ledger.keep(turn, new Entry.PassUses(id, uses, lastStep, expires));
    }

    /// A code of a pass was shown at another gate: it is good nowhere any more.
    void shown(Turn turn, PassFacts pass, long step) {
        PassId id = pass.pass();
        Instant expires = pass.expires();
        if (id == null || expires == null) {
            return;
        }
        Entry.PassUses known = ledger.find(Entry.PassUses.class, id.value());
        List<UseRef> uses = known == null ? List.of() : known.uses();
        Long last = known == null ? null : known.lastStep();
        if (last == null || last < step) {
            ledger.keep(turn, new Entry.PassUses(id, uses, step, expires));
        }
    }

    /// Gives back a use. A code that was shown stays shown.
    void giveBack(Turn turn, PassId id, GateId gate, long seq) {
        Entry.PassUses known = ledger.find(Entry.PassUses.class, id.value());
        if (known != null) {
            List<UseRef> left = known.uses().stream().filter(use -> !isOf(use, gate, seq)).toList();
            ledger.keep(turn, new Entry.PassUses(id, left, known.lastStep(), known.expires()));
        }
    }

    private static boolean isOf(UseRef use, GateId gate, long seq) {
        return use.gate().equals(gate) && use.seq() == seq;
    }
}
