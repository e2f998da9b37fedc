/// Alarms of one gate: raised, acknowledged, returned, and held until a person resets them.
@NullMarked
package org.menfang.gate.alarm;

import org.jspecify.annotations.NullMarked;
