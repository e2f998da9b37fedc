/// What everybody may see without signing in: whether the compound is looked after, what it costs,
/// and how to check that nothing was rewritten. Nothing personal stands in it.
@NullMarked
package org.menfang.hub.open;

import org.jspecify.annotations.NullMarked;
