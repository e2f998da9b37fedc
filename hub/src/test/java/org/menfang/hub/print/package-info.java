/// Tests of what is put on paper.
@NullMarked
package org.menfang.hub.print;

import org.jspecify.annotations.NullMarked;
