package org.menfang.sim.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassScope;
import org.menfang.pass.SignedPass;
import org.menfang.sim.time.Chance;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

/// The passes that the committee hands out to visitors of one day: one on a phone, one on paper.
final class PassWallet {
    private static final int ID_BYTES = 8;
    private static final Duration PICTURE_AGE = Duration.ofMinutes(30);

    private final Site site;
    private final long seed;
    private final CommitteeKeys keys;
    private final InstantSource clock;

    PassWallet(Site site, long seed, InstantSource clock) {
        this.site = site;
        this.seed = seed;
        this.clock = clock;
        keys = CommitteeKeys.of(seed);
    }

    /// A pass for one day.
    ///
    /// @param usesMax how often it may be used
    SignedPass of(LocalDate day, PassClass type, int usesMax, List<AccessPointPlan> where) {
        Instant from = day.atStartOfDay(site.zone()).toInstant();
        byte[] id = Chance.of(seed, "pass " + type + " " + day).bytes(ID_BYTES);
        Pass pass =
                new Pass(
                        new PassId(HexFormat.of().withUpperCase().formatHex(id)),
                        site.compound(),
                        PassScope.of(where.stream().map(AccessPointPlan::id).toList()),
                        HolderKind.VISITOR,
                        from,
                        from.plus(Duration.ofDays(1)),
                        usesMax,
                        type);
        return SignedPass.sign(pass, keys.passKey());
    }

    /// What a phone shows now.
    String onPhone(SignedPass pass) {
        return pass.text(keys.rotationKey(), clock.instant());
    }

    /// What a picture shows that was taken of the phone a while ago.
    String inPicture(SignedPass pass) {
        return pass.text(keys.rotationKey(), clock.instant().minus(PICTURE_AGE));
    }
}
