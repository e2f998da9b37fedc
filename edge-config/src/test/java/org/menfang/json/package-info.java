/// What the reading of JSON takes, and what it refuses.
@NullMarked
package org.menfang.json;

import org.jspecify.annotations.NullMarked;
