/// One-time codes, with which gates join and people sign in for the first time.
@NullMarked
package org.menfang.hub.codes;

import org.jspecify.annotations.NullMarked;
