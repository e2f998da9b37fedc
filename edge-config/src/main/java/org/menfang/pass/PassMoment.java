package org.menfang.pass;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.menfang.rules.RevokedPass;

/// What speaks against a pass at a moment, apart from where it is shown.
public final class PassMoment {
    private PassMoment() {}

    /// The first of: taken back, not valid yet, not valid any more, used up.
    ///
    /// @param uses how often it was used before
    public static Optional<PassFault> fault(
            Pass pass, Instant now, int uses, List<RevokedPass> revoked) {
        if (revoked.stream().anyMatch(each -> each.pass().equals(pass.id()))) {
            return Optional.of(PassFault.REVOKED);
        }
        if (now.isBefore(pass.notBefore())) {
            return Optional.of(PassFault.EARLY);
        }
        if (!now.isBefore(pass.expires())) {
            return Optional.of(PassFault.EXPIRED);
        }
        return pass.usesMax() != null && uses >= pass.usesMax()
                ? Optional.of(PassFault.USED_UP)
                : Optional.empty();
    }
}
