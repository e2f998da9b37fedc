/// Questions to the records of a gate, and their answers.
@NullMarked
package org.menfang.gate.local;

import org.jspecify.annotations.NullMarked;
