package org.menfang.hub.home;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.menfang.vocabulary.CompoundId;
import org.menfang.wire.GateIdentity;

/// All that Home Assistant is to see, made of one board: what stands in which topic.
///
/// A gate that has not said yet what it has, such as after a start of the hub, is in it only as
/// away. Of its doors and lamps nothing is known then, so that none of them is taken away.
final class HomePicture {
    static final String ONLINE = "online";
    static final String OFFLINE = "offline";

    private final SortedMap<String, String> messages = new TreeMap<>();
    private final Set<HomeId> things = new HashSet<>();
    private final Set<CompoundId> compounds = new HashSet<>();
    private final Set<GateIdentity> gates = new HashSet<>();
    private final Set<GateIdentity> silentSinceStart = new HashSet<>();
    private int leftOut;

    /// Every topic, and what it is to hold.
    SortedMap<String, String> messages() {
        return Collections.unmodifiableSortedMap(messages);
    }

    /// How many things there were beyond what Home Assistant is shown.
    int leftOut() {
        return leftOut;
    }

    /// Whether a thing that was shown once is no longer there. Not so where nobody knows.
    boolean isGone(HomeId id) {
        return !things.contains(id)
                && switch (id) {
                    case HomeId.OfCompound(CompoundId compound) -> !compounds.contains(compound);
                    case HomeId.OfGate(GateIdentity gate) -> !gates.contains(gate);
                    case HomeId.OfDoor(GateIdentity gate, var _) -> hasSaid(gate);
                    case HomeId.OfLamp(GateIdentity gate, var _) -> hasSaid(gate);
                };
    }

    private boolean hasSaid(GateIdentity gate) {
        return !silentSinceStart.contains(gate);
    }

    void knows(GateIdentity gate) {
        compounds.add(gate.compound());
        gates.add(gate);
    }

    void hasNotSaid(GateIdentity gate) {
        silentSinceStart.add(gate);
    }

    void show(String topic, boolean online) {
        messages.put(topic, online ? ONLINE : OFFLINE);
    }

    /// Shows a thing, if there is room for it.
    void show(HomeId id, String document, String state) {
        if (things.size() >= HomeView.THINGS_MAX) {
            leftOut++;
            return;
        }
        things.add(id);
        messages.put(id.document(), document);
        messages.put(id.state(), state);
    }
}
