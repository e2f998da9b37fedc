package org.menfang.hub.notify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Takes every message, except where a test says what happens.
final class ScriptedDelivery implements Delivery {
    final List<String> told = new ArrayList<>();
    final Deque<Sent> next = new ArrayDeque<>();

    @Override
    public synchronized Sent send(Way way, WayAddress address, Message message) {
        told.add(way.id() + " " + message.text());
        return next.isEmpty() ? new Sent.Delivered() : next.poll();
    }
}
