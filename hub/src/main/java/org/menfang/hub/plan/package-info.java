/// The plan of a compound: each gate's doors, lamps and cameras as a drawing with their live
/// states.
@NullMarked
package org.menfang.hub.plan;

import org.jspecify.annotations.NullMarked;
