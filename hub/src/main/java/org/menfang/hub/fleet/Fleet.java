package org.menfang.hub.fleet;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// All gates, and whether they are there.
///
/// A gate is silent when its will came, or when it gave no sign for a named time while the hub's
/// own link stood.
public final class Fleet {
    private final Duration silentAfter;
    private final SortedMap<GateIdentity, Presence> gates = new TreeMap<>();
    private boolean listening;

    public Fleet(Duration silentAfter) {
        this.silentAfter = silentAfter;
    }

    /// A gate that is known from before.
    public void remember(GateIdentity name, HubMoment now) {
        gates.putIfAbsent(name, Presence.unheard(name, now));
    }

    /// An event or a result came from the gate.
    ///
    /// @return whether it is there and was not before
    public boolean heard(GateIdentity name, HubMoment now) {
        Presence before = presence(name, now);
        gates.put(name, before.heard(now));
        return !before.online();
    }

    /// A snapshot came.
    ///
    /// @param retained whether the broker had kept it: true once, but no sign that the gate is
    ///   there
    public void stated(GateIdentity name, GateState state, boolean retained, HubMoment now) {
        Presence before = presence(name, now);
        Presence after = retained ? before : before.heard(now);
        gates.put(name, after.saying(after.said().with(state, now)));
    }

    /// A birth or a will came. One that the broker had kept counts as well, since the broker
    /// replaces a birth by the will as soon as it no longer holds.
    public void lived(GateIdentity name, GateLife life, HubMoment now) {
        Presence before = presence(name, now);
        gates.put(
                name,
                life.online()
                        ? before.heard(now).saying(before.said().with(life, now))
                        : before.silent().saying(before.said().withWill(life)));
    }

    /// The hub's own link stands. What was not heard meanwhile is heard now, or not at all.
    public void beginListening(HubMoment now) {
        listening = true;
        gates.replaceAll((name, presence) -> presence.listenedFor(now));
    }

    /// The hub's own link is lost; nothing is known of anybody.
    public void endListening() {
        listening = false;
    }

    public boolean isListening() {
        return listening;
    }

    /// Counts those as silent that have given no sign for too long.
    ///
    /// @return whether there was any
    public boolean fallSilent(HubMoment now) {
        boolean any = false;
        for (Presence presence : List.copyOf(gates.values())) {
            long silentFrom = presence.awaitedSinceMillis() + silentAfter.toMillis();
            if (listening && presence.awaited() && now.monotonicMillis() >= silentFrom) {
                gates.put(presence.name(), presence.silent());
                any = true;
            }
        }
        return any;
    }

    /// The gates of which no sign is awaited any more.
    public List<GateIdentity> silent() {
        return gates.values().stream()
                .filter(presence -> !presence.awaited())
                .map(Presence::name)
                .toList();
    }

    public Optional<Presence> find(GateIdentity name) {
        return Optional.ofNullable(gates.get(name));
    }

    public boolean knows(GateIdentity name) {
        return gates.containsKey(name);
    }

    /// Every gate, by compound and name.
    public Collection<Presence> all() {
        return List.copyOf(gates.values());
    }

    public long onlineCount() {
        return gates.values().stream().filter(Presence::online).count();
    }

    private Presence presence(GateIdentity name, HubMoment now) {
        Presence known = gates.get(name);
        return known == null ? Presence.unheard(name, now) : known;
    }
}
