package org.menfang.gate.i2c;

import java.util.List;

/// Tells in which of several bands, one above the other, a value lies. A value leaves the band that
/// it was in only when it is further away than the hysteresis.
///
/// @param bounds where one band ends and the next begins, from the lowest on
record Bands(List<Integer> bounds, int hysteresis) {
    Bands {
        bounds = List.copyOf(bounds);
    }

    /// The band of a value about which nothing is known from before: 0 for the lowest.
    int of(int value) {
        int band = 0;
        while (band < bounds.size() && value >= bounds.get(band)) {
            band++;
        }
        return band;
    }

    /// The band of a value that was in another one, or the same, before.
    int after(int before, int value) {
        int band = of(value);
        if (band > before && value < bounds.get(band - 1) + hysteresis) {
            return band - 1;
        }
        if (band < before && value >= bounds.get(band) - hysteresis) {
            return band + 1;
        }
        return band;
    }
}
