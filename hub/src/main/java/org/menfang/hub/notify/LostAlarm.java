package org.menfang.hub.notify;

/// An alarm that a way did not tell.
record LostAlarm(WayId way, String topic, Loss loss) {}
