package org.menfang.gate.osdp;

import org.menfang.gate.hardware.ReaderListener;

/// What all readers of a line have in common.
///
/// @param baud how fast the line is; 0 where that is not known
record LineParts(
        OsdpTimings timings,
        int baud,
        KeyShelf keys,
        Randoms randoms,
        ReaderListener listener,
        StatusListener statuses) {
    /// Where numbers come from that nobody can foretell.
    @FunctionalInterface
    interface Randoms {
        byte[] bytes(int count);
    }
}
