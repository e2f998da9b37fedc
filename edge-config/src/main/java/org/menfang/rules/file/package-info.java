/// Reads a rule set from a JSON file: bounded, piece by piece, with every fault and its line.
@NullMarked
package org.menfang.rules.file;

import org.jspecify.annotations.NullMarked;
