/// One supervised MQTT 5 connection as a plain pipe, used by gates and by the hub alike.
///
/// This is the only package that knows the client library, and none of that library's conveniences
/// is used: it neither reconnects nor stores anything for us.
@NullMarked
package org.menfang.mqtt;

import org.jspecify.annotations.NullMarked;
