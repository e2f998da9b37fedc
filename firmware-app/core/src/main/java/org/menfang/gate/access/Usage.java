package org.menfang.gate.access;

import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.Turn;
import org.menfang.gate.ledger.Entry.PassUses;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.rule.Case;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Grounds;
import org.menfang.wire.Grounds.PassFacts;
import org.menfang.wire.Grounds.UseRef;

/// What a grant uses up: it is kept before the grant is written.
final class Usage {
    private final GateId gate;
    private final Ledger ledger;

    Usage(GateId gate, Ledger ledger) {
        this.gate = gate;
        this.ledger = ledger;
    }

    /// Whether a grant on these grounds uses anything up: a use of a pass, the code of a moment, a
    /// tag's counter, a quota.
    static boolean usesUp(Grounds grounds) {
        PassFacts pass = grounds.pass();
        boolean ofPass = pass != null && (pass.usesMax() != null || pass.code() != null);
        boolean ofQuota = grounds.quotaUses() != null && !grounds.quotaUses().isEmpty();
        return ofPass || ofQuota || grounds.tag() != null;
    }

    /// @param grant the `events` seq that the grant will have
    void charge(Turn turn, Case asked, long grant) {
        PassFacts pass = asked.grounds().pass();
        if (pass == null || pass.pass() == null || pass.usesMax() == null) {
            return;
        }
        PassUses before = ledger.find(PassUses.class, pass.pass().value());
        List<UseRef> uses = new ArrayList<>(before == null ? List.of() : before.uses());
        uses.add(new UseRef(gate, grant, asked.time().wall()));
        ledger.keep(
                turn,
                new PassUses(
                        pass.pass(),
                        uses,
                        before == null ? null : before.lastStep(),
                        pass.expires() == null ? asked.time().wall() : pass.expires()));
    }
}
