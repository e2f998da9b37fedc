/// Servers that behave like those of robots and push services, and a modem, on this machine.
@NullMarked
package org.menfang.hub.ways;

import org.jspecify.annotations.NullMarked;
