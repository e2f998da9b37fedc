package org.menfang.fuzz;

/// One reader of foreign bytes.
///
/// @param name of the file that keeps its inputs, too
/// @param taking hands an input to the reader
record FuzzTarget(String name, Taking taking) {
    /// Hands bytes to a reader. What the reader declares to throw is caught here; whatever comes
    /// out is a fault. The same bytes always do the same, since a suspect is tried again.
    @FunctionalInterface
    interface Taking {
        void take(byte[] input) throws Exception;
    }

    /// Says that a reader answered, and wrongly.
    ///
    /// @throws IllegalStateException if it did
    static void hold(boolean promise, String broken) {
        if (!promise) {
            throw new IllegalStateException(broken);
        }
    }
}
