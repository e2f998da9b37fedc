/// The alarms that are open now: those of the gates, as each gate reports them, and those that the
/// hub finds itself. Nothing here reads a clock or a file.
@NullMarked
package org.menfang.hub.alarm;

import org.jspecify.annotations.NullMarked;
