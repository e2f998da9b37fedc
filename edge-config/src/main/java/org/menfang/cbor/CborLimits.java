package org.menfang.cbor;

/// How much a reader takes.
///
/// @param bytesMax longest text of bytes that is looked at
/// @param depthMax how many arrays, maps and tags may lie in each other
/// @param itemsMax most items in all; they take more memory than their bytes
public record CborLimits(int bytesMax, int depthMax, int itemsMax) {
    public CborLimits {
        if (bytesMax < 1 || depthMax < 0 || itemsMax < 1) {
            throw new IllegalArgumentException("limits that let nothing through");
        }
    }
}
