/// What the outside implements for the gate: time, journal, hub link, outputs, readers, cameras,
/// sun.
@NullMarked
package org.menfang.gate.port;

import org.jspecify.annotations.NullMarked;
