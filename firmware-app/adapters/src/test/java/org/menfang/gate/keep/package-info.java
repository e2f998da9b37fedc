/// Tests of backups of a gate.
@NullMarked
package org.menfang.gate.keep;

import org.jspecify.annotations.NullMarked;
