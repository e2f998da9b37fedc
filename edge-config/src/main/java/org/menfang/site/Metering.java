package org.menfang.site;

import java.util.List;

/// How a voltage or a current on a line becomes a level: in millivolts where the chip measures
/// voltages, in milliamperes where it measures a current.
public sealed interface Metering {
    /// Where one level ends and the next begins, from the lowest on.
    List<Integer> bounds();

    /// How far beyond a bound a value has to be until it counts as being there, so that a value on
    /// a bound does not chatter.
    int hysteresis();

    /// More than any chip measures.
    int VALUE_MAX = 32_000;

    /// One bound: the line is high from there on.
    record Threshold(int highFrom, int hysteresis) implements Metering {
        public static final int HYSTERESIS_DEFAULT = 10;

        public Threshold {
            check(List.of(highFrom), hysteresis);
        }

        @Override
        public List<Integer> bounds() {
            return List.of(highFrom);
        }
    }

    /// A loop with resistors at its end, so that the wire is watched as well: below the first bound
    /// it is short, from the last on it is cut, and in between it is low or high.
    record Loop(int shortBelow, int highFrom, int openFrom, int hysteresis) implements Metering {
        public static final int HYSTERESIS_DEFAULT = 50;

        public Loop {
            check(List.of(shortBelow, highFrom, openFrom), hysteresis);
        }

        @Override
        public List<Integer> bounds() {
            return List.of(shortBelow, highFrom, openFrom);
        }
    }

    /// The bounds rise, and lie so far apart that what is away from one is not yet at the next.
    private static void check(List<Integer> bounds, int hysteresis) {
        if (hysteresis < 0 || !areApart(bounds, hysteresis)) {
            throw new IllegalArgumentException(
                    "bounds rise by more than twice %d: %s".formatted(hysteresis, bounds));
        }
    }

    /// Whether bounds rise by more than twice the hysteresis, the first of them from zero.
    static boolean areApart(List<Integer> bounds, int hysteresis) {
        int last = -hysteresis;
        for (int bound : bounds) {
            if (bound - last <= 2 * hysteresis) {
                return false;
            }
            last = bound;
        }
        return last <= VALUE_MAX;
    }
}
