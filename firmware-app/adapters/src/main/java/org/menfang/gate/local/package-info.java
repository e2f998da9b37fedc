/// What a person at the gate's own machine may ask about what is recorded, whether the gate runs or
/// not, and that a reader be given a key, or the database be copied, while it runs. Nothing else
/// can be changed this way.
@NullMarked
package org.menfang.gate.local;

import org.jspecify.annotations.NullMarked;
