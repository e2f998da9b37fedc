/// The gate's durable truth in one SQLite file: the journal, the rules, and what must survive a
/// restart.
///
/// This is the only package that knows SQLite.
@NullMarked
package org.menfang.gate.sqlite;

import org.jspecify.annotations.NullMarked;
