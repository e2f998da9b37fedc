/// Tests of what the service manager is told, over a real socket.
@NullMarked
package org.menfang.gate.systemd;

import org.jspecify.annotations.NullMarked;
