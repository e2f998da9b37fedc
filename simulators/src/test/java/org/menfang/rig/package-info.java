/// The real programs and adapters on a real Linux kernel with simulated lines and chips.
@NullMarked
package org.menfang.rig;

import org.jspecify.annotations.NullMarked;
