/// Rounds that volunteers walk: where they lead, when they are due, and what was seen on the way.
@NullMarked
package org.menfang.hub.round;

import org.jspecify.annotations.NullMarked;
