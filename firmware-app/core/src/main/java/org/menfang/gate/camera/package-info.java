/// Pictures asked for and still owed, and cameras that are lost.
@NullMarked
package org.menfang.gate.camera;

import org.jspecify.annotations.NullMarked;
