/// The accounts of a compound: what came in from where, what was paid with which receipt, what is
/// left. Amounts are whole fen. What was booked is never changed: a counter-entry takes it back.
@NullMarked
package org.menfang.hub.money;

import org.jspecify.annotations.NullMarked;
