/// The way from a gate to its hub: joining, events and commands over MQTT, pictures over HTTPS.
@NullMarked
package org.menfang.gate.hublink;

import org.jspecify.annotations.NullMarked;
