package org.menfang.cbor;

/// Why bytes are not CBOR as we accept it.
public enum CborFault {
    /// There are more bytes than the reader may look at.
    TOO_LONG,
    /// Arrays, maps and tags lie in each other more deeply than allowed.
    TOO_DEEP,
    /// There are more items than allowed.
    TOO_MANY_ITEMS,
    /// The bytes end before the item does.
    TRUNCATED,
    /// There are bytes after the item.
    TRAILING_BYTES,
    /// A length is left open, to be ended by a break.
    INDEFINITE_LENGTH,
    /// A number or a length is written with more bytes than it needs.
    NOT_SHORTEST,
    /// The first byte of an item has a form that RFC 8949 keeps for later.
    RESERVED,
    /// A number needs more than 64 bits with its sign.
    NUMBER_TOO_LARGE,
    /// A text is not UTF-8.
    NOT_UTF_8,
    /// A map holds the same key twice.
    DUPLICATE_KEY,
    /// The keys of a map do not stand in the order of their bytes.
    KEYS_OUT_OF_ORDER,
    /// A number with a fraction. Nothing of ours has one.
    FLOAT,
    /// A simple value other than false, true and null.
    SIMPLE_VALUE
}
