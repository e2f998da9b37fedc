package org.menfang.sim.people;

import java.util.HexFormat;
import org.menfang.cose.SigningKey;
import org.menfang.rules.SecretKey;
import org.menfang.sim.time.Chance;

/// The keys of the simulated committee. They come from the seed, so that whoever writes the rules
/// has the same keys as whoever hands out passes. Real keys are drawn, and never shared.
record CommitteeKeys(
        SecretKey pinKey, SecretKey rotationKey, SecretKey pinPassKey, SigningKey passKey) {
    private static final int SECRET_BYTES = 32;

    static CommitteeKeys of(long seed) {
        return new CommitteeKeys(
                secret(seed, "pin key"),
                secret(seed, "rotation key"),
                secret(seed, "pin pass key"),
                DrawnKeys.signing(Chance.of(seed, "pass key")));
    }

    private static SecretKey secret(long seed, String purpose) {
        byte[] bytes = Chance.of(seed, purpose).bytes(SECRET_BYTES);
        return new SecretKey(HexFormat.of().withUpperCase().formatHex(bytes));
    }
}
