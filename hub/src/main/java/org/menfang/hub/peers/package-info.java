/// Tells each gate what the other gates of its compound granted, so that they count as one while
/// they can talk.
@NullMarked
package org.menfang.hub.peers;

import org.jspecify.annotations.NullMarked;
