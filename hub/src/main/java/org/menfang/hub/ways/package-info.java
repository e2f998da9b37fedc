/// How a message leaves the hub: robots of groups, push services, web hooks, the modem. Written
/// from what their makers have published; nothing but the text of a notice, the name of the
/// compound and a link to the board goes out.
@NullMarked
package org.menfang.hub.ways;

import org.jspecify.annotations.NullMarked;
