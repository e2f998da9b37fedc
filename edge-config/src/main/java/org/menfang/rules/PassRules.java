package org.menfang.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.PassId;

/// Which passes the compound accepts.
///
/// @param rotationKey gives each pass on a phone the secret of its codes; none: no pass rotates
/// @param pinPass what the PIN form of a pass opens; none: no pass has one
public record PassRules(
        List<PassIssuer> issuers,
        List<RevokedPass> revoked,
        @Nullable SecretKey rotationKey,
        @Nullable PinPassRule pinPass) {
    public static final PassRules NONE = new PassRules(List.of(), List.of(), null, null);

    public PassRules {
        issuers = List.copyOf(issuers);
        revoked = List.copyOf(revoked);
    }

    /// The same, with these passes taken back as well.
    PassRules revoking(List<RevokedPass> more) {
        Map<PassId, RevokedPass> all = new LinkedHashMap<>();
        revoked.forEach(each -> all.put(each.pass(), each));
        more.forEach(each -> all.putIfAbsent(each.pass(), each));
        return new PassRules(issuers, List.copyOf(all.values()), rotationKey, pinPass);
    }
}
