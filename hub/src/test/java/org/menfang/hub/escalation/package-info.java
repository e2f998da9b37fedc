/// Tests of calling people to alarms.
@NullMarked
package org.menfang.hub.escalation;

import org.jspecify.annotations.NullMarked;
