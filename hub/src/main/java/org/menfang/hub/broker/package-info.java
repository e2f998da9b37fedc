/// The broker inside the hub, who may say what at it, and the same rules for a broker outside.
///
/// This is the only package that knows the broker's library.
@NullMarked
package org.menfang.hub.broker;

import org.jspecify.annotations.NullMarked;
