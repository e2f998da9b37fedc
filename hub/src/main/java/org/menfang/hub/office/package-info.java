/// What the hub does by itself as time passes, beside the gates' messages.
@NullMarked
package org.menfang.hub.office;

import org.jspecify.annotations.NullMarked;
