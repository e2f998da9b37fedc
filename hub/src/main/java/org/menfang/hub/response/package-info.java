/// What people do about alarms until each is closed: who goes, who is there, what is put aside and
/// why. The gates own the alarms; nothing here acknowledges or resets one without them.
@NullMarked
package org.menfang.hub.response;

import org.jspecify.annotations.NullMarked;
