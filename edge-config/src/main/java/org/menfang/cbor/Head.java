package org.menfang.cbor;

/// The first bytes of an item: its major type in three bits, and five bits that hold its argument
/// or say how many bytes hold it (RFC 8949, section 3).
final class Head {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    static final int TYPE_SHIFT = 5;
    static final int INFO_MASK = 0x1F;

    /// Up to here the five bits are the argument themselves.
    static final int ONE_BYTE_FOLLOWS = 24;

    static final int EIGHT_BYTES_FOLLOW = 27;
    static final int INDEFINITE = 31;

    static final int FALSE = 20;
    static final int TRUE = 21;
    static final int NULL = 22;
    static final int HALF_FLOAT = 25;

    private Head() {}
}
