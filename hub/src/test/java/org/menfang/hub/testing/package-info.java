/// A gate that writes a journal, for tests of the hub.
@NullMarked
package org.menfang.hub.testing;

import org.jspecify.annotations.NullMarked;
