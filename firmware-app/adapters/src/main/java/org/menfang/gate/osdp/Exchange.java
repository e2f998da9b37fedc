package org.menfang.gate.osdp;

import org.jspecify.annotations.Nullable;

/// One command and its answer. A command is sent again as it is, with the same sequence number, so
/// that a reader whose answer was lost repeats the answer and not the act.
final class Exchange {
    private static final int SEQUENCE_MAX = 3;

    private int sequence;
    private @Nullable PanelCommand command;
    private byte[] bytes = {};

    /// The next command begins anew: the reader forgets what was.
    void beginAnew() {
        sequence = 0;
        command = null;
    }

    boolean isOpen() {
        return command != null;
    }

    /// The sequence number of the next command, or of the one that waits for its answer.
    int sequence() {
        return sequence;
    }

    byte[] open(PanelCommand asked, byte[] packet) {
        command = asked;
        bytes = packet;
        return packet;
    }

    byte[] again() {
        return bytes;
    }

    /// Whether the packet answers; a late answer to a command before does not.
    boolean isAnsweredBy(OsdpPacket packet) {
        return isOpen()
                && (packet.sequence() == sequence || packet.code() == ReaderReply.BUSY_CODE);
    }

    /// The answer came.
    PanelCommand close() {
        PanelCommand answered = command;
        if (answered == null) {
            throw new IllegalStateException("nothing was asked");
        }
        command = null;
        sequence = sequence == SEQUENCE_MAX ? 1 : sequence + 1;
        return answered;
    }
}
