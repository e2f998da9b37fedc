package org.menfang.sim.bench;

import java.util.List;

/// Tells growth from noise: compares the middle of the last third of a series with the middle of
/// its second third. The first third is a program that still warms up.
///
/// @param percentMin so much more is growth
/// @param leastMin and by so much at least, in the unit of the series
record Growth(int percentMin, double leastMin) {
    /// Fewer values say nothing.
    static final int VALUES_MIN = 6;

    boolean isSeenIn(List<Double> series) {
        if (series.size() < VALUES_MIN) {
            return false;
        }
        int third = series.size() / 3;
        double before = middle(series.subList(third, series.size() - third));
        double now = middle(series.subList(series.size() - third, series.size()));
        return now - before >= leastMin && now >= before * (100 + percentMin) / 100;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
