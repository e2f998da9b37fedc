package org.menfang.gate.rule;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Grounds;

/// Inquiries of somebody who shows a plain card at a door on a quiet day.
public final class Inquiries {
    private Inquiries() {}

    public static Inquiry of(
            AccessPointId accessPoint, @Nullable CredentialIdentifier card, KnownTime time) {
        return new Inquiry(accessPoint, card, null, time.wall(), time.trusted(), grounds(time));
    }

    public static Grounds grounds(KnownTime time) {
        return new Grounds(
                0,
                time.local(),
                time.passed(),
                null,
                null,
                null,
                null,
                null,
                DoorMode.LOCKED,
                SiteLevel.NORMAL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
