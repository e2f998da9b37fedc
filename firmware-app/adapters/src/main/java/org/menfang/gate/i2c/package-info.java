/// Chips beside the board's own, on I2C: further lines (MCP23017), voltages (ADS1115) and a current
/// (INA219), each as a chip of lines.
@NullMarked
package org.menfang.gate.i2c;

import org.jspecify.annotations.NullMarked;
