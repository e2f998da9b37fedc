package org.menfang.sim.compound;

import java.util.HashMap;
import java.util.Map;
import org.menfang.cose.Keyring;
import org.menfang.rules.RuleSet;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.Sha256;

/// What stands in the rule sets that gates have put in force, read once for all of them.
final class RuleReadings {
    private final Keyring keys;
    private final Map<Sha256, RuleSet> read = new HashMap<>();

    RuleReadings(Keyring keys) {
        this.keys = keys;
    }

    /// Whose rules every gate accepts.
    Keyring keys() {
        return keys;
    }

    /// @throws IllegalStateException if it cannot be read: no gate puts such a set in force
    RuleSet of(RuleParcel parcel) {
        return read.computeIfAbsent(parcel.digest(), digest -> open(parcel));
    }

    private RuleSet open(RuleParcel parcel) {
        return switch (parcel.open(keys)) {
            case RuleParcel.Opening.Opened opened -> opened.rules();
            case RuleParcel.Opening.Refused refused ->
                    throw new IllegalStateException("in force, and refused: " + refused.faults());
        };
    }
}
