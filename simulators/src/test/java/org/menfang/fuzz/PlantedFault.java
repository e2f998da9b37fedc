package org.menfang.fuzz;

import java.util.List;

/// A reader with a fault that chance alone would not find in a day: it shows behind four right
/// letters and a right sum.
final class PlantedFault {
    private static final int SUM = 100;

    private PlantedFault() {}

    static List<FuzzTarget> all() {
        return List.of(new FuzzTarget("planted", PlantedFault::read));
    }

    private static void read(byte[] input) {
        boolean door =
                input.length > 5
                        && input[0] == 'd'
                        && input[1] == 'o'
                        && input[2] == 'o'
                        && input[3] == 'r';
        if (door && input[4] + input[5] == SUM) {
            throw new ArrayIndexOutOfBoundsException("planted");
        }
    }
}
