/// The hub's own loop: one thread owns what the hub believes, commits what came in groups, and only
/// then answers; and the desk, through which pages see and act.
@NullMarked
package org.menfang.hub.loop;

import org.jspecify.annotations.NullMarked;
