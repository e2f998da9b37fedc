/// Tests of the whole system: the real hub and the real gate as processes, simulated devices, and a
/// real browser.
@NullMarked
package org.menfang.system;

import org.jspecify.annotations.NullMarked;
