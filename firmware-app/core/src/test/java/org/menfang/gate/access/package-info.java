/// Rights: who may pass where and when, by every reason.
@NullMarked
package org.menfang.gate.access;

import org.jspecify.annotations.NullMarked;
