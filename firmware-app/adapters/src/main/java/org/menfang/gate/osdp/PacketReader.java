package org.menfang.gate.osdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the packets in what comes along a line. Whatever is none is skipped, one byte after the
/// other, until one begins.
public final class PacketReader {
    private final byte[] held = new byte[OsdpPacket.BYTES_MAX];
    private int length;
    private long skippedBytes;

    /// Takes what came, and answers with the packets that are complete now.
    List<OsdpPacket> take(byte[] bytes, int count) {
        List<OsdpPacket> found = new ArrayList<>();
        int taken = 0;
        while (taken < count) {
            int room = Math.min(count - taken, held.length - length);
            System.arraycopy(bytes, taken, held, length, room);
            length += room;
            taken += room;
            find(found, false);
        }
        return found;
    }

    /// Nothing more will come: what began like a packet and never ended was none.
    List<OsdpPacket> end() {
        List<OsdpPacket> found = new ArrayList<>();
        find(found, true);
        return found;
    }

    /// How many bytes belonged to no packet.
    public long skippedBytes() {
        return skippedBytes;
    }

    private void find(List<OsdpPacket> found, boolean isEnd) {
        int at = 0;
        while (at < length) {
            int left = length - at;
            if (held[at] != OsdpPacket.START
                    || (left >= OsdpPacket.HEAD_BYTES && !OsdpPacket.isHead(held, at))) {
                at += skip();
            } else if (left < OsdpPacket.HEAD_BYTES || left < OsdpPacket.lengthOf(held, at)) {
                if (!isEnd) {
                    break;
                }
                at += skip();
            } else {
                at += read(found, at);
            }
        }
        length -= at;
        System.arraycopy(held, at, held, 0, length);
    }

    private int read(List<OsdpPacket> found, int at) {
        @Nullable OsdpPacket packet = OsdpPacket.read(held, at);
        if (packet == null) {
            return skip();
        }
        found.add(packet);
        return OsdpPacket.lengthOf(held, at);
    }

    private int skip() {
        skippedBytes++;
        return 1;
    }
}
