/// Tests of the names that other systems give to what happens at a gate.
@NullMarked
package org.menfang.standard;

import org.jspecify.annotations.NullMarked;
