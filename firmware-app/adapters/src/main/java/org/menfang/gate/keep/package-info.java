/// Copies a gate into one file, while it runs, and makes a gate of such a file on another card.
@NullMarked
package org.menfang.gate.keep;

import org.jspecify.annotations.NullMarked;
