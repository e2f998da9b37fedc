package org.menfang.sim;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Input;
import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.StoredEvents;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.json.EventJson;
import org.menfang.wire.json.ReceivedEvent;

/// The least hub that keeps its side of the contract: stores each event once and in order, and
/// acknowledges what it holds. A patrol at its desk answers and resets alarms twice a day.
final class SimulatedHub implements HubLink {
    private static final Duration NETWORK_MIN = Duration.ofMillis(5);
    private static final Duration NETWORK_MAX = Duration.ofMillis(80);
    private static final long COMMAND_LIVES_MILLIS = 15_000;
    private static final OperatorName PATROL = new OperatorName("patrol");

    private final Site site;
    private final Timeline timeline;
    private final Inbox inbox;
    private final StoredEvents stored;
    private final Chance chance;
    private final Map<EventStream, Held> held = new EnumMap<>(EventStream.class);
    private @Nullable GateState state;
    private int commands;

    private record Held(long seq, Sha256 hash) {}

    SimulatedHub(Site site, Timeline timeline, Inbox inbox, StoredEvents stored, Chance chance) {
        this.site = site;
        this.timeline = timeline;
        this.inbox = inbox;
        this.stored = stored;
        this.chance = chance;
    }

    void comeOnline() {
        inbox.offer(new Input.LinkUp());
        inbox.offer(new Input.HubSeen(true));
    }

    /// The last event of a stream that it holds.
    long lastSeq(EventStream stream) {
        return held(stream).seq();
    }

    private Held held(EventStream stream) {
        return held.computeIfAbsent(stream, any -> new Held(0, Sha256.ZERO));
    }

    @Override
    public void publish(EventStream stream, long fromSeq, long toSeq) {
        stored.read(
                stream,
                fromSeq,
                toSeq,
                texts -> timeline.after(delay(), () -> receive(stream, texts)));
    }

    private Duration delay() {
        return chance.between(NETWORK_MIN, NETWORK_MAX);
    }

    private void receive(EventStream stream, List<String> texts) {
        if (!texts.isEmpty()) {
            EventJson.read(EventJson.batch(texts)).orThrow().forEach(event -> store(stream, event));
        }
        acknowledge(stream);
    }

    private void store(EventStream stream, ReceivedEvent event) {
        long seq = event.event().position().seq();
        Held before = held(stream);
        if (seq == before.seq() + 1 && event.previous().equals(before.hash())) {
            held.put(stream, new Held(seq, event.hash()));
        } else if (seq == before.seq() + 1) {
            throw new IllegalStateException("the chain breaks at " + stream + " " + seq);
        }
    }

    private void acknowledge(EventStream stream) {
        Held now = held(stream);
        Acknowledgement said = new Acknowledgement(stream, now.seq(), now.hash(), null);
        timeline.after(delay(), () -> inbox.offer(new Input.HubAcknowledged(said)));
    }

    @Override
    public void announceLife(GateLife life) {
        if (life.online()) {
            for (EventStream stream : EventStream.values()) {
                acknowledge(stream);
            }
        }
    }

    @Override
    public void publishState(GateState next) {
        state = next;
    }

    @Override
    public void reportResult(CommandResult result) {
        // The patrol looks at the alarms again on its next round.
    }

    /// The patrol answers every open alarm, and resets those whose cause is gone.
    void patrol() {
        GateState seen = state;
        if (seen != null) {
            for (GateState.AlarmView alarm : seen.alarms()) {
                send(seen, new Command.Order.AcknowledgeAlarm(alarm.id()));
                if (alarm.state() == AlarmState.RETURNED || alarm.state() == AlarmState.LATCHED) {
                    send(seen, new Command.Order.ResetAlarm(alarm.id()));
                }
            }
        }
    }

    private void send(GateState seen, Command.Order order) {
        Command command =
                new Command(
                        new CommandId(String.format(Locale.ROOT, "command-%06d", ++commands)),
                        site.compound(),
                        site.gate(),
                        seen.boot(),
                        timeline.now().millis() + COMMAND_LIVES_MILLIS,
                        PATROL,
                        Objects.requireNonNull(order));
        timeline.after(NETWORK_MAX, () -> inbox.offer(new Input.CommandReceived(command)));
    }
}
