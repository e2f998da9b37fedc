/// Tests of the rules in force.
@NullMarked
package org.menfang.hub.rulebook;

import org.jspecify.annotations.NullMarked;
