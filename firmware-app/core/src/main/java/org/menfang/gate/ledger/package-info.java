/// What the gate knows of holders, households, passes and cards: where they are, and what they have
/// used. It outlives rule sets and power cuts.
@NullMarked
package org.menfang.gate.ledger;

import org.jspecify.annotations.NullMarked;
