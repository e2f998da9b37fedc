/// What the doctor of a gate looks at, what it finds, and what it says to do. Findings are made of
/// readings alone; it reads inputs and drives no output.
@NullMarked
package org.menfang.gate.app.doctor;

import org.jspecify.annotations.NullMarked;
