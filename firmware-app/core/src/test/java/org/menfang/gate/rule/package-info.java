/// Tests of the rules: one table for each.
@NullMarked
package org.menfang.gate.rule;

import org.jspecify.annotations.NullMarked;
