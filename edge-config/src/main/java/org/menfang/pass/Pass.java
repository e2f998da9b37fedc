package org.menfang.pass;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

/// What a pass says. It names nobody.
///
/// @param id the same in each of its forms, so that all of them count together
/// @param compound the compound that it opens
/// @param holder what kind of person holds it
/// @param notBefore the first second in which it is valid
/// @param expires the first second in which it is no longer valid
/// @param usesMax how often it may be used; none: as often as wanted
public record Pass(
        PassId id,
        CompoundId compound,
        PassScope scope,
        HolderKind holder,
        Instant notBefore,
        Instant expires,
        @Nullable Integer usesMax,
        PassClass type) {
    public static final int USES_MAX = 1_000;

    /// Times before this have passed. Its seconds since 1970 are four bytes long.
    public static final Instant TIME_MAX = Instant.ofEpochSecond(0xFFFF_FFFFL);

    public Pass {
        if (!isTime(notBefore) || !isTime(expires) || !notBefore.isBefore(expires)) {
            throw new IllegalArgumentException(
                    "a pass is valid from one whole second to a later one, up to 2106");
        }
        if (usesMax != null && (usesMax < 1 || usesMax > USES_MAX)) {
            throw new IllegalArgumentException("a pass has 1 to 1000 uses, not " + usesMax);
        }
    }

    private static boolean isTime(Instant time) {
        return time.getNano() == 0 && time.getEpochSecond() >= 0 && !time.isAfter(TIME_MAX);
    }
}
