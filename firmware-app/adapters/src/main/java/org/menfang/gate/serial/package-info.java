/// Serial devices and TCP converters as lines of bytes, and readers that send lines of text over
/// them. This is the only package that knows jSerialComm.
@NullMarked
package org.menfang.gate.serial;

import org.jspecify.annotations.NullMarked;
