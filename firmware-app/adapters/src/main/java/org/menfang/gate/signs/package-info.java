/// What a running gate knows of itself, its lines, its readers and its hub, for whoever looks for a
/// fault. Nothing of it decides anything.
@NullMarked
package org.menfang.gate.signs;

import org.jspecify.annotations.NullMarked;
