package org.menfang.cbor;

/// What became of bytes that somebody else wrote: an item, or the reason why there is none.
public sealed interface CborRead {
    record Read(CborValue value) implements CborRead {}

    /// @param offset the byte at which reading ended
    record Refused(CborFault fault, int offset) implements CborRead {}
}
