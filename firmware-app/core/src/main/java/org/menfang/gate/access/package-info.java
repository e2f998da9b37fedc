/// Who may pass where and when: the table in memory, and the decision.
@NullMarked
package org.menfang.gate.access;

import org.jspecify.annotations.NullMarked;
