/// The JSON form of what gate and hub say to each other: CloudEvents 1.0 for events, plain objects
/// for the rest.
@NullMarked
package org.menfang.wire.json;

import org.jspecify.annotations.NullMarked;
