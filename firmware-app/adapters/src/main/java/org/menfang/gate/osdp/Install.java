package org.menfang.gate.osdp;

import java.util.OptionalInt;
import org.menfang.gate.MonotonicTime;

/// That a person asked to give a reader a key.
///
/// @param until when that ends by itself
/// @param foundAt the address that the reader has now, where it is to be given another one
record Install(MonotonicTime until, OptionalInt foundAt) {}
