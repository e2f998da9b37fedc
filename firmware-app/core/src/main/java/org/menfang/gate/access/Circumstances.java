package org.menfang.gate.access;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.door.Doors;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.ledger.PlaceFacts;
import org.menfang.gate.level.Levels;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Inquiry;
import org.menfang.gate.rule.KnownTime;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.Grounds;

/// Gathers what the gate knows at the moment when somebody asks.
final class Circumstances {
    private final Doors doors;
    private final Levels levels;
    private final Tries tries;
    private final Companions companions;
    private final Movements movements;
    private final Interlocks interlocks;

    Circumstances(
            Doors doors, Levels levels, Tries tries, Companions companions, Movements movements) {
        this.doors = doors;
        this.levels = levels;
        this.tries = tries;
        this.companions = companions;
        this.movements = movements;
        interlocks = new Interlocks(doors, movements);
    }

    /// Somebody who asks.
    ///
    /// @param proof what was shown; nothing for a holder whom a volunteer lets in
    /// @param assisted that holder
    /// @param by that volunteer
    /// @param companion who is known to stand beside; none: whoever came just before
    record Asker(
            AccessPointPlan point,
            Proof proof,
            @Nullable HolderId assisted,
            @Nullable OperatorName by,
            @Nullable HolderId companion) {
        static Asker showing(AccessPointPlan point, Proof proof) {
            return new Asker(point, proof, null, null, null);
        }

        Asker beside(HolderId companion) {
            return new Asker(point, proof, assisted, by, companion);
        }
    }

    Inquiry of(AccessTable table, Asker asker, KnownTime time, MonotonicTime now) {
        Proof proof = asker.proof();
        PlaceFacts facts =
                movements.facts(table, asker.point(), holder(table, asker), proof.pass(), time);
        return new Inquiry(
                asker.point().id(),
                proof.credential(),
                asker.assisted(),
                time.wall(),
                time.trusted(),
                new Grounds(
                        table.version(),
                        time.local(),
                        time.passed(),
                        proof.type(),
                        proof.pin(),
                        lockedOut(proof.credential(), time, now),
                        proof.tag(),
                        proof.pass(),
                        doors.door(asker.point().door()).intent().mode(),
                        levels.level(),
                        asker.point().to(),
                        facts.place(),
                        facts.lastPassage(),
                        facts.occupants(),
                        facts.quotaUses(),
                        interlocks.busy(table, asker.point().door()),
                        companion(table, asker, time, now),
                        asker.by()));
    }

    private @Nullable Boolean lockedOut(
            @Nullable CredentialIdentifier credential, KnownTime time, MonotonicTime now) {
        return credential == null ? null : tries.isLockedOut(credential, time, now);
    }

    private @Nullable HolderId companion(
            AccessTable table, Asker asker, KnownTime time, MonotonicTime now) {
        return asker.companion() == null
                ? companions.of(table, asker.point().id(), kindOf(table, asker), time, now)
                : asker.companion();
    }

    private static @Nullable HolderKind kindOf(AccessTable table, Asker asker) {
        Grounds.PassFacts pass = asker.proof().pass();
        if (pass != null) {
            return pass.kind();
        }
        Holder holder = holder(table, asker);
        return holder == null ? null : holder.kind();
    }

    private static @Nullable Holder holder(AccessTable table, Asker asker) {
        CredentialIdentifier shown = asker.proof().credential();
        Credential credential = shown == null ? null : table.credential(shown);
        HolderId id = credential == null ? asker.assisted() : credential.holder();
        return id == null ? null : table.holder(id);
    }
}
