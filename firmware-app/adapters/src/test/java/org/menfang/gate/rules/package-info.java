/// Rule sets that come, and what becomes of them.
@NullMarked
package org.menfang.gate.rules;

import org.jspecify.annotations.NullMarked;
