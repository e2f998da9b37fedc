package org.menfang.mqtt;

import java.time.Duration;

/// The bounds of a link.
///
/// @param connectWait for the network, for TLS and for each answer of the broker while we connect
/// @param keepAlive how often the broker hears from us at least, in whole seconds
/// @param silenceMax how long the broker may be silent before the link counts as broken; more than
///   one and a half times `keepAlive`
/// @param answerWait how long the broker may keep us waiting for room in flight, unless it keeps
///   the line busy itself
/// @param sessionExpiry how long the broker keeps our subscriptions when we are away, in whole
///   seconds; longer than the delay of a will
/// @param inFlightMessagesMax most messages that the broker has not answered
/// @param inFlightBytesMax most bytes of them together, so that what goes ahead does not wait long
///   on a slow line; a larger message travels alone
/// @param outgoingMessagesMax most messages that wait in the link
/// @param unacknowledgedMessagesMax most messages that the broker delivers before we acknowledge
/// @param sentPacketBytesMax most bytes of one packet that we send
/// @param receivedPacketBytesMax most bytes of one packet that the broker may send us
public record LinkLimits(
        Duration connectWait,
        Duration keepAlive,
        Duration silenceMax,
        Duration answerWait,
        Duration sessionExpiry,
        int inFlightMessagesMax,
        int inFlightBytesMax,
        int outgoingMessagesMax,
        int unacknowledgedMessagesMax,
        int sentPacketBytesMax,
        int receivedPacketBytesMax) {
    public static final LinkLimits USUAL =
            new LinkLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(18),
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(10),
                    15,
                    64 * 1024,
                    1_000,
                    500,
                    1 << 20,
                    1 << 20);

    public LinkLimits {
        if (silenceMax.multipliedBy(2).compareTo(keepAlive.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException(
                    "a silence of " + silenceMax + " is too short for a call every " + keepAlive);
        }
    }

    public LinkLimits keepAlive(Duration keepAlive, Duration silenceMax) {
        return new LinkLimits(
                connectWait,
                keepAlive,
                silenceMax,
                answerWait,
                sessionExpiry,
                inFlightMessagesMax,
                inFlightBytesMax,
                outgoingMessagesMax,
                unacknowledgedMessagesMax,
                sentPacketBytesMax,
                receivedPacketBytesMax);
    }

    public LinkLimits connectWait(Duration connectWait) {
        return new LinkLimits(
                connectWait,
                keepAlive,
                silenceMax,
                answerWait,
                sessionExpiry,
                inFlightMessagesMax,
                inFlightBytesMax,
                outgoingMessagesMax,
                unacknowledgedMessagesMax,
                sentPacketBytesMax,
                receivedPacketBytesMax);
    }

    public LinkLimits answerWait(Duration answerWait) {
        return new LinkLimits(
                connectWait,
                keepAlive,
                silenceMax,
                answerWait,
                sessionExpiry,
                inFlightMessagesMax,
                inFlightBytesMax,
                outgoingMessagesMax,
                unacknowledgedMessagesMax,
                sentPacketBytesMax,
                receivedPacketBytesMax);
    }

    public LinkLimits unacknowledgedMessagesMax(int unacknowledgedMessagesMax) {
        return new LinkLimits(
                connectWait,
                keepAlive,
                silenceMax,
                answerWait,
                sessionExpiry,
                inFlightMessagesMax,
                inFlightBytesMax,
                outgoingMessagesMax,
                unacknowledgedMessagesMax,
                sentPacketBytesMax,
                receivedPacketBytesMax);
    }

    /// For packets of another size that we send.
    public LinkLimits sending(int packetBytesMax) {
        return new LinkLimits(
                connectWait,
                keepAlive,
                silenceMax,
                answerWait,
                sessionExpiry,
                inFlightMessagesMax,
                inFlightBytesMax,
                outgoingMessagesMax,
                unacknowledgedMessagesMax,
                packetBytesMax,
                receivedPacketBytesMax);
    }

    /// For packets of another size that the broker may send us.
    public LinkLimits receiving(int packetBytesMax) {
        return new LinkLimits(
                connectWait,
                keepAlive,
                silenceMax,
                answerWait,
                sessionExpiry,
                inFlightMessagesMax,
                inFlightBytesMax,
                outgoingMessagesMax,
                unacknowledgedMessagesMax,
                sentPacketBytesMax,
                packetBytesMax);
    }
}
