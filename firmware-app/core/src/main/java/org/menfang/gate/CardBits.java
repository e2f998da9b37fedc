package org.menfang.gate;

/// The bits that a reader delivered for one card, first bit first.
///
/// @param bits only `0` and `1`; 1 to 256 of them
public record CardBits(String bits) {
    public static final int LENGTH_MAX = 256;

    public CardBits {
        if (bits.isEmpty()
                || bits.length() > LENGTH_MAX
                || !bits.chars().allMatch(bit -> bit == '0' || bit == '1')) {
            throw new IllegalArgumentException("a read has 1 to " + LENGTH_MAX + " bits");
        }
    }

    public int length() {
        return bits.length();
    }
}
