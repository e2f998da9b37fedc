package org.menfang.wire;

import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;

/// The topics of one gate, and the one that all gates of a compound share.
public record Topics(CompoundId compound, GateId gate) {
    private static final String ROOT = "menfang/" + Protocol.VERSION + "/";

    /// Events or alarms, in order, not retained.
    public String stream(EventStream stream) {
        return ofGate(stream.wireName());
    }

    /// {@link GateState}, retained.
    public String state() {
        return ofGate("state");
    }

    /// {@link GateLife}, retained.
    public String life() {
        return ofGate("life");
    }

    /// {@link Acknowledgement}, from the hub.
    public String acknowledgement() {
        return ofGate("ack");
    }

    /// {@link Command}, from the hub, never retained.
    public String command() {
        return ofGate("command");
    }

    /// {@link CommandResult}.
    public String result() {
        return ofGate("result");
    }

    /// {@link PeerEvents}, from the hub, not retained.
    public String peers() {
        return ofGate("peers");
    }

    /// Signed rule sets, from the hub, retained.
    public String rules() {
        return ofGate("rules");
    }

    /// {@link HubLife}, retained.
    public String hub() {
        return hub(compound);
    }

    public static String hub(CompoundId compound) {
        return ROOT + compound + "/hub";
    }

    /// The filter for one kind of topic of every gate of every compound.
    public static String everyGate(String leaf) {
        return ROOT + "+/+/" + leaf;
    }

    private String ofGate(String leaf) {
        return ROOT + compound + "/" + gate + "/" + leaf;
    }
}
