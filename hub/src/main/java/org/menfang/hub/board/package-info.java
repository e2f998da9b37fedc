/// What the patrol sees and may do: one immutable view of all that is open now, the log of what
/// happened, and the desk that passes a person's acts on.
@NullMarked
package org.menfang.hub.board;

import org.jspecify.annotations.NullMarked;
