/// What repairs and incidents have in common: the texts that people type, and the pictures that
/// they send.
@NullMarked
package org.menfang.hub.cases;

import org.jspecify.annotations.NullMarked;
