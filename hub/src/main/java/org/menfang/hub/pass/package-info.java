/// Passes as the hub issues them: signed, shown as a picture, on a slip of paper and as digits, and
/// taken back.
@NullMarked
package org.menfang.hub.pass;

import org.jspecify.annotations.NullMarked;
