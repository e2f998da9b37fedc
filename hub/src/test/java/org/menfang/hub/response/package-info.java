/// Tests of what people do about alarms.
@NullMarked
package org.menfang.hub.response;

import org.jspecify.annotations.NullMarked;
