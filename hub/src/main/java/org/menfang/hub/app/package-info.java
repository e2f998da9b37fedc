/// The hub as a program: its command line, its configuration, and how its parts are put together.
@NullMarked
package org.menfang.hub.app;

import org.jspecify.annotations.NullMarked;
