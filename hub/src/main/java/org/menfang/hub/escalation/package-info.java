/// Calling people to an alarm that nobody answers, one after the other and then everybody; and
/// finding floods of alarms and devices that chatter.
@NullMarked
package org.menfang.hub.escalation;

import org.jspecify.annotations.NullMarked;
