/// Tests of time, disk watch and key.
@NullMarked
package org.menfang.gate.os;

import org.jspecify.annotations.NullMarked;
