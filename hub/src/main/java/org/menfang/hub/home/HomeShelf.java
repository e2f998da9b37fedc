package org.menfang.hub.home;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the broker holds of the picture as far as anybody knows, and from that what has to be said
/// next: only what differs, each topic at most once a turn, and the hub's own presence last.
///
/// A broker may have kept descriptions from before a start of the hub. Those of things that are
/// gone are taken away; the others are left as they are where they are right.
final class HomeShelf {
    /// Most messages that are on their way to the broker.
    static final int SENDINGS_MAX = 200;

    /// Stands for a message that the broker may hold and nobody has seen: it equals none.
    private static final String UNSEEN = "?";

    /// A retained message that is empty takes the one before it away.
    private static final String NOTHING = "";

    private final SortedMap<String, String> held = new TreeMap<>();
    private final Set<String> underway = new HashSet<>();
    private final Map<String, String> refused = new HashMap<>();
    private boolean complete;

    /// A message that the broker is to keep.
    record Sending(String topic, String payload) {}

    /// The connection is new, and perhaps the broker as well.
    void forget() {
        held.clear();
        underway.clear();
        refused.clear();
        complete = false;
    }

    /// The broker keeps a description; it may keep a state for it, too.
    void heard(String topic, String payload) {
        Optional<HomeId> id = HomeId.ofDocument(topic);
        if (id.isEmpty()) {
            return;
        }
        keep(topic, payload);
        if (!payload.isEmpty()) {
            held.putIfAbsent(id.get().state(), UNSEEN);
        }
    }

    /// What to send now.
    ///
    /// @param there whether the hub does its work
    List<Sending> due(HomePicture picture, boolean there) {
        List<Sending> due = new ArrayList<>();
        if (!there) {
            complete = false;
            add(due, HomeTopics.HUB, HomePicture.OFFLINE);
        }
        for (Map.Entry<String, String> wanted : statesFirst(picture.messages())) {
            add(due, wanted.getKey(), wanted.getValue());
        }
        for (String topic : List.copyOf(held.keySet())) {
            if (isLeftOver(topic, picture)) {
                add(due, topic, NOTHING);
            }
        }
        complete = complete || (there && due.isEmpty() && underway.isEmpty());
        if (complete) {
            add(due, HomeTopics.HUB, HomePicture.ONLINE);
        }
        due.forEach(sending -> underway.add(sending.topic));
        return due;
    }

    /// A description comes after what it leads to, so that a new thing has its state at once.
    private static List<Map.Entry<String, String>> statesFirst(SortedMap<String, String> messages) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        all.addAll(messages.tailMap(HomeTopics.STATES).entrySet());
        all.addAll(messages.headMap(HomeTopics.STATES).entrySet());
        return all;
    }

    private boolean isLeftOver(String topic, HomePicture picture) {
        if (picture.messages().containsKey(topic) || topic.equals(HomeTopics.HUB)) {
            return false;
        }
        return HomeId.ofDocument(topic)
                .or(() -> HomeId.ofState(topic))
                .map(picture::isGone)
                .orElse(true);
    }

    private void add(List<Sending> due, String topic, String payload) {
        boolean same = held.getOrDefault(topic, NOTHING).equals(payload);
        boolean room = underway.size() + due.size() < SENDINGS_MAX;
        if (!same && room && !underway.contains(topic) && !payload.equals(refused.get(topic))) {
            due.add(new Sending(topic, payload));
        }
    }

    void delivered(Sending sending) {
        underway.remove(sending.topic);
        keep(sending.topic, sending.payload);
    }

    /// Nobody knows whether the broker has it; the next turn sends it again.
    void lost(Sending sending) {
        underway.remove(sending.topic);
    }

    /// The broker will not take it, and is not asked again before the next connection.
    void refused(Sending sending) {
        underway.remove(sending.topic);
        refused.put(sending.topic, sending.payload);
    }

    private void keep(String topic, String payload) {
        if (payload.isEmpty()) {
            held.remove(topic);
        } else {
            held.put(topic, payload);
        }
    }
}
