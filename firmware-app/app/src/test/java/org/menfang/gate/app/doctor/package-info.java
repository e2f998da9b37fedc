/// Tests of the doctor: what readings mean, how they are told, and that nothing is driven.
@NullMarked
package org.menfang.gate.app.doctor;

import org.jspecify.annotations.NullMarked;
