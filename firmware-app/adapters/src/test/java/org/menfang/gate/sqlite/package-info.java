/// Tests of the gate's database.
@NullMarked
package org.menfang.gate.sqlite;

import org.jspecify.annotations.NullMarked;
