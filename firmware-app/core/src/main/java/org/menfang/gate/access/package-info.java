/// What happens at a reader: from what somebody shows or enters, over what is still waited for, to
/// a grant or a denial.
@NullMarked
package org.menfang.gate.access;

import org.jspecify.annotations.NullMarked;
