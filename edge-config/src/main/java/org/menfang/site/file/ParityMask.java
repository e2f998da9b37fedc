package org.menfang.site.file;

import java.util.Optional;

/// What a parity bit is taken over: a row of bits (`over`), or a sign for each bit (`mask`).
final class ParityMask {
    private ParityMask() {}

    /// A `1` for each bit that it is taken over, and where that stands in the file; empty if it
    /// says neither or both, or not well.
    ///
    /// @param length how many bits the format has
    static Optional<Placed<String>> of(Section parity, int length) {
        if (parity.has("over") == parity.has("mask")) {
            return Optional.empty();
        }
        return parity.has("mask")
                ? parity.text("mask")
                : FieldText.of(parity.section("over"))
                        .map(over -> new Placed<>(over.place(), mask(over, length)));
    }

    private static String mask(FieldText over, int length) {
        return "0".repeat(over.from())
                + "1".repeat(over.bits())
                + "0".repeat(Math.max(0, length - over.end()));
    }
}
