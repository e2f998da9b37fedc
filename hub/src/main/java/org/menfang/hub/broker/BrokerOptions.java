package org.menfang.hub.broker;

import java.nio.file.Path;
import org.menfang.wire.Protocol;

/// What the broker inside the hub is allowed to use.
///
/// @param folder for its data; it may be deleted while the hub is down
/// @param host the address to listen on
/// @param port the port to listen on; 0 for any free one
/// @param mqttPacketBytesMax most bytes of one packet
/// @param connectionsMax most connections at a time
/// @param memoryBytesMax most bytes of messages in memory; what is more goes to disk
/// @param topicDiskBytesMax most bytes of one topic on disk; what is more is dropped, and gates
///   send it again
/// @param diskFreeBytesMin room on the disk that the broker leaves to others
public record BrokerOptions(
        Path folder,
        String host,
        int port,
        int mqttPacketBytesMax,
        int connectionsMax,
        long memoryBytesMax,
        long topicDiskBytesMax,
        long diskFreeBytesMin) {
    private static final int MEBIBYTE = 1 << 20;

    /// The usual limits.
    public static BrokerOptions of(Path folder, String host, int port) {
        return new BrokerOptions(
                folder,
                host,
                port,
                Protocol.RULES_PACKET_BYTES_MAX,
                2_000,
                48L * MEBIBYTE,
                64L * MEBIBYTE,
                64L * MEBIBYTE);
    }
}
