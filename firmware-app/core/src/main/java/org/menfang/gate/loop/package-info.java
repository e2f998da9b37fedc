/// The loop that turns inputs into effects, and the inbox that it takes them from. It owns no
/// thread: whoever does calls it.
@NullMarked
package org.menfang.gate.loop;

import org.jspecify.annotations.NullMarked;
