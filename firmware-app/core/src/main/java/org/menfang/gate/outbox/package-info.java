/// What the gate has written and the hub does not hold yet: sequences, two lanes, acknowledgements,
/// signed heads.
@NullMarked
package org.menfang.gate.outbox;

import org.jspecify.annotations.NullMarked;
