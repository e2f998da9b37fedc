/// Tests of what the council decides, and on what rules in force stand.
@NullMarked
package org.menfang.hub.decision;

import org.jspecify.annotations.NullMarked;
