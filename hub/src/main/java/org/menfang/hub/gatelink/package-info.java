/// The way between the hub's loop and its gates: MQTT, in both directions.
@NullMarked
package org.menfang.hub.gatelink;

import org.jspecify.annotations.NullMarked;
