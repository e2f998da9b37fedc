/// What gate and hub say to each other: events, commands, acknowledgements, states, and the topics
/// they travel on.
///
/// These are plain records; {@link org.menfang.wire.json} gives each its JSON form.
@NullMarked
package org.menfang.wire;

import org.jspecify.annotations.NullMarked;
