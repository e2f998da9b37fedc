/// The rules of admission: each a small class of its own, asked in a fixed order about one inquiry.
/// Nothing here has a state that changes.
@NullMarked
package org.menfang.gate.rule;

import org.jspecify.annotations.NullMarked;
