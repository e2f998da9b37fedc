package org.menfang.gate.outbox;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Turn;
import org.menfang.vocabulary.EventStream;

/// How far one stream has come: written to disk, sent, acknowledged.
final class Lane {
    private final EventStream stream;
    private long durable;
    private long acknowledged;
    private long sent;
    private Position position = Position.UNKNOWN;
    private @Nullable MonotonicTime progressBy;

    Lane(EventStream stream, long durable, long acknowledged) {
        this.stream = stream;
        this.durable = durable;
        this.acknowledged = Math.min(durable, acknowledged);
        sent = this.acknowledged;
    }

    /// What we know of the hub's place in the stream.
    private enum Position {
        UNKNOWN,
        KNOWN,
        /// The hub holds something that we did not write.
        DIVERGED
    }

    EventStream stream() {
        return stream;
    }

    long acknowledged() {
        return acknowledged;
    }

    /// When the hub must have acknowledged something; {@link MonotonicTime#NEVER} if nothing is
    /// underway.
    MonotonicTime progressBy() {
        return MonotonicTime.orNever(progressBy);
    }

    boolean awaitsPosition() {
        return position == Position.UNKNOWN;
    }

    /// Whether something waits for nothing but the hub's word of where it stands.
    boolean owesWithoutPosition() {
        return awaitsPosition() && durable > acknowledged;
    }

    boolean isDiverged() {
        return position == Position.DIVERGED;
    }

    void committed(long seq) {
        durable = Math.max(durable, seq);
    }

    boolean holds(long seq) {
        return seq <= durable;
    }

    /// The hub, or the way to it, is gone: what was sent may be lost.
    void forgetPosition() {
        position = Position.UNKNOWN;
        sent = acknowledged;
        progressBy = null;
    }

    /// The hub holds all up to here. It may be less than it held before, since a hub can come back
    /// from a backup; then all after it is sent again.
    ///
    /// What says the same again is no progress: a hub that misses an event says so each time that a
    /// later one comes, and must get the missing one although.
    void acknowledged(long seq, MonotonicTime now) {
        boolean inOrder = position == Position.KNOWN && seq >= acknowledged;
        boolean progress = !inOrder || seq > acknowledged;
        sent = inOrder ? Math.max(sent, seq) : seq;
        acknowledged = seq;
        position = Position.KNOWN;
        if (sent <= acknowledged) {
            progressBy = null;
        } else if (progress || progressBy == null) {
            progressBy = now.plus(Limits.ACKNOWLEDGEMENT_WAIT);
        }
    }

    void diverged() {
        position = Position.DIVERGED;
        progressBy = null;
    }

    /// What was sent had no effect in time: begin again after the last acknowledgement.
    void sendAgain() {
        sent = acknowledged;
        progressBy = null;
    }

    /// How many events could be sent now.
    long sendable() {
        if (position != Position.KNOWN) {
            return 0;
        }
        return Math.min(durable, acknowledged + Limits.UNACKNOWLEDGED_EVENTS_MAX) - sent;
    }

    /// Sends so many of the events that wait, in order.
    void send(Turn turn, long count) {
        long last = sent + Math.min(count, sendable());
        while (sent < last) {
            long to = Math.min(last, sent + Limits.PUBLISH_EVENTS_MAX);
            turn.ask(new Effect.Publish(stream, sent + 1, to));
            sent = to;
            if (progressBy == null) {
                progressBy = turn.time().plus(Limits.ACKNOWLEDGEMENT_WAIT);
            }
        }
    }
}
