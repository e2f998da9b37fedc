/// What the gate tells the service manager that started it, systemd: that it decides, that it still
/// lives, and that it ends.
@NullMarked
package org.menfang.gate.systemd;

import org.jspecify.annotations.NullMarked;
