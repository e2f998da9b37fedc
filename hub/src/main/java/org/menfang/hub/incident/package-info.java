/// What happened in the compound that somebody may have to prove later: what people wrote down, a
/// time line that makes itself, pictures with their digests, and copies that leave the hub under
/// four eyes.
@NullMarked
package org.menfang.hub.incident;

import org.jspecify.annotations.NullMarked;
