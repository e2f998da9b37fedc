/// What is broken in the compound, who mends it, and since when everybody waits.
@NullMarked
package org.menfang.hub.repair;

import org.jspecify.annotations.NullMarked;
