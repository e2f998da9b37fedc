package org.menfang.gate.access;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Turn;
import org.menfang.gate.ledger.Entry.PassUses;
import org.menfang.gate.ledger.Entry.UsesForgotten;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.KnownTime;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassFault;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassReader;
import org.menfang.pass.PassReading;
import org.menfang.pass.RotatingCode;
import org.menfang.rules.SecretKey;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.PassId;
import org.menfang.wire.Grounds.CodeCheck;
import org.menfang.wire.Grounds.PassFacts;

/// Reads passes: as codes, and as digits. The step of a fresh code is kept when it is read,
/// whatever is decided afterwards: a code that was shown once is never good again.
final class PassDesk {
    private final Site site;
    private final Ledger ledger;

    PassDesk(Site site, Ledger ledger) {
        this.site = site;
        this.ledger = ledger;
    }

    Proof read(Turn turn, AccessTable table, String text, KnownTime time) {
        PassReader reader = table.recognition().passes();
        if (reader == null) {
            return Proof.UNREADABLE;
        }
        return switch (reader.read(text)) {
            case PassReading.Refused(PassFault fault, var id) ->
                    fault == PassFault.NOT_A_PASS ? Proof.UNREADABLE : refused(fault, id, false);
            case PassReading.Read(Pass pass, var issuer, var code) ->
                    proof(
                            pass,
                            placesOf(pass, issuer.mayOpen()),
                            false,
                            check(turn, table, pass, code, time));
        };
    }

    /// @param pins for this compound
    Proof read(PassPin pins, String digits, KnownTime time) {
        return switch (pins.read(digits, time.wall())) {
            case PassPin.Reading.Refused(PassFault fault) -> refused(fault, null, true);
            case PassPin.Reading.Read(Pass pass) -> proof(pass, placesOf(pass, null), true, null);
        };
    }

    private Proof proof(
            Pass pass, List<AccessPointId> places, boolean byPin, @Nullable CodeCheck code) {
        return new Proof(
                pass.id().identifier(),
                switch (pass.type()) {
                    case PAPER -> CredentialClass.PAPER_PASS;
                    case ROTATING -> CredentialClass.ROTATING_PASS;
                },
                null,
                null,
                new PassFacts(
                        null,
                        pass.id(),
                        pass.holder(),
                        places,
                        pass.notBefore(),
                        pass.expires(),
                        pass.usesMax(),
                        usesOf(pass),
                        code,
                        byPin));
    }

    private static Proof refused(PassFault fault, @Nullable PassId id, boolean byPin) {
        return new Proof(
                id == null ? null : id.identifier(),
                null,
                null,
                null,
                new PassFacts(fault.name(), id, null, null, null, null, null, null, null, byPin));
    }

    /// What became of the code beside a pass; none for a pass that does not rotate. While the clock
    /// is not trusted nothing is kept: a step that lies ahead would make all true ones old.
    private @Nullable CodeCheck check(
            Turn turn, AccessTable table, Pass pass, @Nullable String code, KnownTime time) {
        if (pass.type() == PassClass.PAPER) {
            return null;
        }
        OptionalLong step = stepOf(table.recognition().rotationKey(), pass, code, time.wall());
        if (step.isEmpty()) {
            return CodeCheck.STALE;
        }
        PassUses kept = find(pass.id());
        Long last = kept == null ? null : kept.lastStep();
        if (last != null && step.getAsLong() <= last) {
            return CodeCheck.REPEATED;
        }
        if (time.trusted()) {
            ledger.keep(
                    turn,
                    new PassUses(
                            pass.id(),
                            kept == null ? List.of() : kept.uses(),
                            step.getAsLong(),
                            pass.expires()));
        }
        return CodeCheck.FRESH;
    }

    private static OptionalLong stepOf(
            @Nullable SecretKey key, Pass pass, @Nullable String code, Instant wall) {
        return key == null || code == null
                ? OptionalLong.empty()
                : RotatingCode.step(key, pass.id(), code, wall);
    }

    /// Where a pass opens at this gate.
    ///
    /// @param mayOpen what its issuer may open at most; none: everything
    private List<AccessPointId> placesOf(Pass pass, @Nullable List<AccessPointId> mayOpen) {
        return site.accessPoints().stream()
                .filter(point -> pass.scope().covers(point.id(), point.to(), site.gate()))
                .map(AccessPointPlan::id)
                .filter(id -> mayOpen == null || mayOpen.contains(id))
                .toList();
    }

    /// How often a pass was used; as often as it may be where that is not known any more.
    private int usesOf(Pass pass) {
        PassUses kept = find(pass.id());
        int known = kept == null ? 0 : kept.uses().size();
        UsesForgotten forgotten = ledger.find(UsesForgotten.class, UsesForgotten.KEY.subject());
        boolean mayHaveBeen = forgotten != null && !pass.notBefore().isAfter(forgotten.upTo());
        return pass.usesMax() != null && mayHaveBeen ? Math.max(known, pass.usesMax()) : known;
    }

    private @Nullable PassUses find(PassId id) {
        return ledger.find(PassUses.class, id.value());
    }
}
