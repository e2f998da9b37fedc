package org.menfang.hub.people;

import java.time.Instant;
import java.time.LocalDateTime;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Grounds;

/// What a gate knew in these tests.
final class CareSamples {
    private CareSamples() {}

    static Grounds grounds() {
        return new Grounds(
                1,
                LocalDateTime.of(2026, 11, 22, 8, 0),
                Instant.EPOCH,
                CredentialClass.PLAIN_NUMBER,
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
