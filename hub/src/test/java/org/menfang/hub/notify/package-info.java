/// What is told to people: what waits, what goes first, and how each way does.
@NullMarked
package org.menfang.hub.notify;

import org.jspecify.annotations.NullMarked;
