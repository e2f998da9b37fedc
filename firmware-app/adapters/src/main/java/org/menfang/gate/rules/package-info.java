/// How a rule set comes to be in force at a gate: opened, checked, stored, and handed to the
/// controller, on threads that no resident waits for.
@NullMarked
package org.menfang.gate.rules;

import org.jspecify.annotations.NullMarked;
