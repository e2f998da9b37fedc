package org.menfang.gate.hublink;

import java.util.function.Consumer;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.mqtt.IncomingMessage;
import org.menfang.mqtt.LinkListener;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.HubLife;
import org.menfang.wire.PeerEvents;
import org.menfang.wire.Topics;
import org.menfang.wire.json.CommandJson;
import org.menfang.wire.json.PeerJson;

/// Turns what comes from the hub into inputs of the controller.
final class HubMessages implements LinkListener {
    private static final System.Logger LOG = System.getLogger(HubMessages.class.getName());

    private final Topics topics;
    private final Inbox inbox;
    private final Consumer<byte[]> rules;

    /// @param rules takes what comes on the topic of rules, and never blocks
    HubMessages(Topics topics, Inbox inbox, Consumer<byte[]> rules) {
        this.topics = topics;
        this.inbox = inbox;
        this.rules = rules;
    }

    @Override
    public void linkUp() {
        inbox.offer(new Input.LinkUp());
    }

    @Override
    public void linkLost(String why) {
        inbox.offer(new Input.LinkLost(why));
    }

    @Override
    public void attemptFailed(String why) {
        LOG.log(System.Logger.Level.INFO, "no way to the hub: {0}", why);
    }

    @Override
    public void messageArrived(IncomingMessage message) {
        if (message.topic().equals(topics.command())) {
            command(message);
        } else if (message.topic().equals(topics.acknowledgement())) {
            acknowledgement(message);
        } else if (message.topic().equals(topics.hub())) {
            hub(message);
        } else if (message.topic().equals(topics.peers())) {
            peers(message);
        } else if (message.topic().equals(topics.rules())) {
            rules.accept(message.payload());
        } else {
            LOG.log(System.Logger.Level.WARNING, "a message on {0}", message.topic());
        }
        message.acknowledge();
    }

    @Override
    public void messagePoisoned(IncomingMessage message, RuntimeException why) {
        LOG.log(System.Logger.Level.ERROR, "a message on " + message.topic() + " broke us", why);
    }

    /// A command that the broker kept is older than anybody knows.
    private void command(IncomingMessage message) {
        byte[] payload = message.payload();
        if (message.retained()) {
            garbled(payload, "commands are never retained");
            return;
        }
        switch (CommandJson.read(payload)) {
            case Parsed.Read<Command>(Command command) ->
                    inbox.offer(new Input.CommandReceived(command));
            case Parsed.Malformed<Command>(String why) -> garbled(payload, why);
        }
    }

    private void garbled(byte[] payload, String why) {
        inbox.offer(new Input.CommandGarbled(CommandJson.idOf(payload), why));
    }

    private void acknowledgement(IncomingMessage message) {
        switch (Json.parse(message.payload(), Acknowledgement.class)) {
            case Parsed.Read<Acknowledgement>(Acknowledgement read) ->
                    inbox.offer(new Input.HubAcknowledged(read));
            case Parsed.Malformed<Acknowledgement>(String why) -> unreadable(message, why);
        }
    }

    private void hub(IncomingMessage message) {
        switch (Json.parse(message.payload(), HubLife.class)) {
            case Parsed.Read<HubLife>(HubLife life) ->
                    inbox.offer(new Input.HubSeen(life.online()));
            case Parsed.Malformed<HubLife>(String why) -> unreadable(message, why);
        }
    }

    private void peers(IncomingMessage message) {
        switch (PeerJson.read(message.payload())) {
            case Parsed.Read<PeerEvents>(PeerEvents told) when isOfPeer(told) ->
                    inbox.offer(new Input.PeersTold(told));
            case Parsed.Read<PeerEvents> _ -> unreadable(message, "events of no gate beside this");
            case Parsed.Malformed<PeerEvents>(String why) -> unreadable(message, why);
        }
    }

    private boolean isOfPeer(PeerEvents told) {
        return !told.gate().equals(topics.gate())
                && told.events().stream()
                        .allMatch(event -> event.compound().equals(topics.compound()));
    }

    private static void unreadable(IncomingMessage message, String why) {
        LOG.log(
                System.Logger.Level.ERROR,
                "the hub said something unreadable on {0}: {1}",
                message.topic(),
                why);
    }
}
