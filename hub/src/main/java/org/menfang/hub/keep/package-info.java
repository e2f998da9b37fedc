/// What is kept for how long, and how it survives the machine: a purge that leaves a proof, and
/// copies from which a hub can be made again.
@NullMarked
package org.menfang.hub.keep;

import org.jspecify.annotations.NullMarked;
