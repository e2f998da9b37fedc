/// Rule sets on their way: packed, and signed by whoever may make rules for a compound.
@NullMarked
package org.menfang.rules.signed;

import org.jspecify.annotations.NullMarked;
