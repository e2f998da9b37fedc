/// What Home Assistant may see: every gate, door and lamp as a device that it finds by itself over
/// MQTT. Nothing here can be told to do anything, and nobody's name goes out.
@NullMarked
package org.menfang.hub.home;

import org.jspecify.annotations.NullMarked;
