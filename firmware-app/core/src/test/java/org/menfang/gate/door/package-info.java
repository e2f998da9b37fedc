/// Doors as values: tables of acts, phases and changes.
@NullMarked
package org.menfang.gate.door;

import org.jspecify.annotations.NullMarked;
