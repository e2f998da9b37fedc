package org.menfang.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.SigningKey;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

/// Passes of a compound, and whoever issues them.
final class SamplePasses {
    static final CompoundId ELM_LANE = new CompoundId("elm-lane");
    static final AccessPointId NORTH_IN = new AccessPointId("north-in");
    static final PassId ID = new PassId("0123456789ABCDEF");
    static final Instant FROM = Instant.parse("2026-11-22T08:00:00Z");
    static final Instant UNTIL = FROM.plus(Duration.ofHours(4));
    static final SecretKey ROTATION_KEY = new SecretKey("42".repeat(32));

    static final SigningKey HUB = SigningKey.make();
    static final SigningKey CLINIC = SigningKey.make();
    static final SigningKey FORMER = SigningKey.make();
    static final SigningKey STRANGER = SigningKey.make();

    static final List<PassIssuer> ISSUERS =
            List.of(
                    issuer("hub", HUB, false),
                    issuer("clinic", CLINIC, false),
                    issuer("former", FORMER, true));

    static final PassReader READER = new PassReader(ELM_LANE, ISSUERS);

    private SamplePasses() {}

    static PassIssuer issuer(String name, SigningKey key, boolean revoked) {
        String raw = HexFormat.of().formatHex(key.verifying().raw()).toUpperCase(Locale.ROOT);
        return new PassIssuer(name, raw, List.of(NORTH_IN), revoked);
    }

    static Pass pass(PassClass type) {
        return pass(ELM_LANE, type, 2);
    }

    static Pass pass(CompoundId compound, PassClass type, @Nullable Integer uses) {
        return new Pass(
                ID,
                compound,
                PassScope.of(List.of(NORTH_IN)),
                HolderKind.VISITOR,
                FROM,
                UNTIL,
                uses,
                type);
    }

    static SignedPass signed(PassClass type) {
        return SignedPass.sign(pass(type), HUB);
    }

    /// What became of it, in one word.
    static String told(PassReading reading) {
        return switch (reading) {
            case PassReading.Read(Pass pass, PassIssuer issuer, String code) -> "read";
            case PassReading.Refused(PassFault fault, PassId id) -> fault.name();
        };
    }
}
