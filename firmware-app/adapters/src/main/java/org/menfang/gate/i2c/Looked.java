package org.menfang.gate.i2c;

import java.time.Duration;

/// A chip that has to be looked at again and again.
interface Looked {
    /// Looks once. What goes wrong with the chip is no exception: it is told to those who listen.
    ///
    /// @param nanos the time, on any scale that goes on
    /// @return how long until the next look, if nothing wakes it before
    Duration look(long nanos);
}
