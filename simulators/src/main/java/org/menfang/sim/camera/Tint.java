package org.menfang.sim.camera;

import java.awt.Color;

/// Colours between two colours.
final class Tint {
    private Tint() {}

    /// @param share 0 for the first colour, 1 for the second
    static Color mix(Color one, Color other, double share) {
        double part = Math.clamp(share, 0, 1);
        return new Color(
                between(one.getRed(), other.getRed(), part),
                between(one.getGreen(), other.getGreen(), part),
                between(one.getBlue(), other.getBlue(), part));
    }

    private static int between(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }
}
