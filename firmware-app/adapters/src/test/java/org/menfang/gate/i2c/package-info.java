/// Tests of chips on I2C, over a table of registers.
@NullMarked
package org.menfang.gate.i2c;

import org.jspecify.annotations.NullMarked;
