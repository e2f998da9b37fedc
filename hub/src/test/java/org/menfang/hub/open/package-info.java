/// Tests of what everybody may see.
@NullMarked
package org.menfang.hub.open;

import org.jspecify.annotations.NullMarked;
