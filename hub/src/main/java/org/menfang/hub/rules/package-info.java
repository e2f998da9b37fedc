/// Rule sets on their way from the committee to the gates: signed, kept, and brought to each gate.
@NullMarked
package org.menfang.hub.rules;

import org.jspecify.annotations.NullMarked;
