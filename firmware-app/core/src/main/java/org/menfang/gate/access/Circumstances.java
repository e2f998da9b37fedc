package org.menfang.gate.access;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.door.Doors;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.KnownTime;
import org.menfang.rules.Credential;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Grounds;

/// Gathers what the gate knows at the moment when somebody asks.
final class Circumstances {
    private final Doors doors;

    Circumstances(Doors doors) {
        this.doors = doors;
    }

    Grounds of(
            AccessTable table,
            AccessPointPlan point,
            @Nullable CredentialIdentifier identifier,
            KnownTime time) {
        Credential credential = identifier == null ? null : table.credential(identifier);
        return new Grounds(
                table.version(),
                time.local(),
                time.passed(),
                credential == null ? null : credential.type(),
                null,
                null,
                null,
                null,
                doors.door(point.door()).intent().mode(),
                SiteLevel.NORMAL,
                point.to(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
