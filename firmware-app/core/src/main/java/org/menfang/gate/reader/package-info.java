/// What readers deliver: card formats, repeated reads, floods of bad reads.
@NullMarked
package org.menfang.gate.reader;

import org.jspecify.annotations.NullMarked;
