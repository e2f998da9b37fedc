package org.menfang.rules;

import java.util.List;
import org.menfang.vocabulary.AccessPointId;

/// What the PIN form of a pass opens: the digits have no room for more than when and which.
///
/// @param key proves the digits; 32 bytes
/// @param accessPoints where
/// @param hoursValid how long from the beginning of its slot, 1 to 72
/// @param usesMax how often, 1 to 10
public record PinPassRule(
        SecretKey key, List<AccessPointId> accessPoints, int hoursValid, int usesMax) {
    public static final int HOURS_VALID_MAX = 72;
    public static final int USES_MAX = 10;

    public PinPassRule {
        accessPoints = List.copyOf(accessPoints);
        if (hoursValid < 1 || hoursValid > HOURS_VALID_MAX || usesMax < 1 || usesMax > USES_MAX) {
            throw new IllegalArgumentException(
                    "a PIN pass of " + hoursValid + " hours and " + usesMax + " uses");
        }
    }
}
