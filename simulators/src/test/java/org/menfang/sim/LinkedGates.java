package org.menfang.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryHubLink;
import org.menfang.gate.port.memory.InMemoryHubLink.Sent;
import org.menfang.gate.port.memory.InMemoryJournal;
import org.menfang.gate.port.memory.InMemoryOutputs;
import org.menfang.gate.port.memory.InMemoryReaders;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.port.memory.SettableTime;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.ingest.LogKeys;
import org.menfang.hub.loop.GateWire;
import org.menfang.hub.loop.HubInput;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.store.InMemoryHubStore;
import org.menfang.json.Json;
import org.menfang.site.Site;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.Topics;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.PeerJson;

/// Several gates of one compound and their hub: the real controllers and the real hub loop, on one
/// clock, with a link for each gate that can be cut.
final class LinkedGates {
    private static final Duration STEP = Duration.ofMillis(100);

    private final SettableTime time;
    private final TreeMap<GateId, Gate> gates = new TreeMap<>();
    private final HubLoop hub;

    LinkedGates(Instant from, List<Site> sites, Function<Site, AccessTable> rules) {
        time = new SettableTime(from);
        hub =
                new HubLoop(
                        new InMemoryHubStore(),
                        () -> new HubMoment(time.now().wall(), time.now().monotonic().millis()),
                        new Wire(),
                        LogKeys.NONE,
                        Duration.ofMinutes(5),
                        () -> new CommandId("command-1"));
        for (Site site : sites) {
            gates.put(site.gate(), new Gate(site, rules.apply(site)));
        }
        hub.linkUp();
        gates.keySet().forEach(this::join);
    }

    /// One gate and its end of the link.
    private final class Gate {
        private final Topics topics;
        private final BoundedInbox inbox = new BoundedInbox();
        private final InMemoryJournal journal = new InMemoryJournal(inbox, text -> "c2lnbmVk");
        private final InMemoryHubLink link = new InMemoryHubLink();
        private final GateLoop loop;
        private boolean linked;

        Gate(Site site, AccessTable table) {
            topics = new Topics(site.compound(), site.gate());
            loop =
                    new GateLoop(
                            new GateController(
                                    site,
                                    new SuncalcSunTimes(),
                                    table,
                                    journal.start(inbox),
                                    "linked"),
                            inbox,
                            new Ports(
                                    time,
                                    journal,
                                    link,
                                    new InMemoryOutputs(),
                                    new InMemoryReaders(),
                                    new InMemoryCameras(),
                                    new RecordedFaults()));
        }

        void turn() {
            loop.tick();
            if (journal.isPending()) {
                journal.commit();
                loop.tick();
            }
            for (Sent sent : link.takeSent()) {
                if (linked) {
                    pass(sent);
                }
            }
        }

        private void pass(Sent sent) {
            switch (sent) {
                case Sent.Events(var stream, long from, long to) ->
                        journal.read(
                                stream,
                                from,
                                to,
                                texts -> tell(topics.stream(stream), EventJson.batch(texts)));
                case Sent.State(var state) -> tell(topics.state(), Json.write(state));
                case Sent.Life(var life) -> tell(topics.life(), Json.write(life));
                case Sent.Result(var result) -> tell(topics.result(), Json.write(result));
            }
        }

        private void tell(String topic, byte[] payload) {
            hub.offer(new HubInput.MessageArrived(topic, payload, false, () -> {}));
        }

        void hear(Input input) {
            if (linked) {
                inbox.offer(input);
            }
        }
    }

    /// The hub's end of all links.
    private final class Wire implements GateWire {
        @Override
        public void answer(GateIdentity gate, Acknowledgement acknowledgement) {
            gate(gate.gate()).hear(new Input.HubAcknowledged(acknowledgement));
        }

        @Override
        public void send(Command command, Duration expiry) {
            gate(command.gate()).hear(new Input.CommandReceived(command));
        }

        @Override
        public void tellPeer(GateIdentity to, GateId from, long after, List<String> texts) {
            byte[] message = PeerJson.write(from, after, texts);
            gate(to.gate()).hear(new Input.PeersTold(PeerJson.read(message).orThrow()));
        }

        @Override
        public void greet(CompoundId compound) {
            gates.values().forEach(gate -> gate.hear(new Input.HubSeen(true)));
        }
    }

    void join(GateId id) {
        Gate gate = gate(id);
        gate.linked = true;
        gate.inbox.offer(new Input.LinkUp());
        gate.inbox.offer(new Input.HubSeen(true));
    }

    void cut(GateId id) {
        Gate gate = gate(id);
        gate.linked = false;
        gate.inbox.offer(new Input.LinkLost("cut"));
    }

    /// Something happens at a gate.
    void tell(GateId id, Input input) {
        gate(id).inbox.offer(input);
    }

    void run(Duration duration) {
        for (Duration left = duration; left.isPositive(); left = left.minus(STEP)) {
            time.pass(STEP);
            gates.values().forEach(Gate::turn);
            try {
                hub.tick(Duration.ZERO);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// What a gate wrote, of one kind, in order.
    <T extends EventBody> List<T> events(GateId id, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Event event : gate(id).journal.stored(EventStream.EVENTS)) {
            if (kind.isInstance(event.body())) {
                found.add(kind.cast(event.body()));
            }
        }
        return found;
    }

    private Gate gate(GateId id) {
        Gate gate = gates.get(id);
        if (gate == null) {
            throw new IllegalArgumentException("no gate " + id);
        }
        return gate;
    }
}
