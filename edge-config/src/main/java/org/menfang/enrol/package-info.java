/// How a gate joins a hub: the one-time code that a person carries over, and what gate and hub say
/// to each other about it.
@NullMarked
package org.menfang.enrol;

import org.jspecify.annotations.NullMarked;
