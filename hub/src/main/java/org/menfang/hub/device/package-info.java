/// The HTTPS port for gates: they join here, and they bring their pictures here.
@NullMarked
package org.menfang.hub.device;

import org.jspecify.annotations.NullMarked;
