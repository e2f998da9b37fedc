/// What a person at the gate's own machine may ask about what is recorded, whether the gate runs or
/// not. Nothing can be changed this way.
@NullMarked
package org.menfang.gate.local;

import org.jspecify.annotations.NullMarked;
