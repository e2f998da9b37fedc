/// USB readers that type like a keyboard, heard through the kernel's event devices. Each is
/// grabbed, so that nothing of what it reads ends up on a console.
@NullMarked
package org.menfang.gate.evdev;

import org.jspecify.annotations.NullMarked;
