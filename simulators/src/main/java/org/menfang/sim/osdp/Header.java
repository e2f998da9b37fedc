package org.menfang.sim.osdp;

/// The first five bytes of a packet.
///
/// @param address 0 to 126, or {@link #BROADCAST}
/// @param reply whether a reader says it
/// @param length of the whole packet in bytes, its check included
/// @param control sequence number, check, security and parts
record Header(int address, boolean reply, int length, int control) {
    /// The first byte of every packet.
    static final byte START = 0x53;

    /// Every reader listens to this address; on a line with one reader it finds it.
    static final int BROADCAST = 0x7F;

    static final int BYTES = 5;
    static final int SEQUENCE_MAX = 3;

    /// A header, a code and a checksum.
    static final int PACKET_BYTES_MIN = BYTES + 2;

    /// Longer ones a reader has no room for, as it says in its report of capabilities.
    static final int PACKET_BYTES_MAX = 256;

    private static final int REPLY_BIT = 0x80;
    static final int SEQUENCE_BITS = 0x03;
    private static final int CRC_BIT = 0x04;
    private static final int SECURITY_BIT = 0x08;

    /// Reads a header; its length may be none that a packet can have.
    static Header read(byte[] packet, int from) {
        int address = Byte.toUnsignedInt(packet[from + 1]);
        return new Header(
                address & ~REPLY_BIT,
                (address & REPLY_BIT) != 0,
                Byte.toUnsignedInt(packet[from + 2])
                        | (Byte.toUnsignedInt(packet[from + 3]) << Byte.SIZE),
                Byte.toUnsignedInt(packet[from + 4]));
    }

    static Header of(
            int address,
            boolean reply,
            int length,
            int sequence,
            PacketCheck check,
            boolean secured) {
        return new Header(
                address,
                reply,
                length,
                sequence | (check == PacketCheck.CRC ? CRC_BIT : 0) | (secured ? SECURITY_BIT : 0));
    }

    byte[] bytes() {
        return new byte[] {
            START,
            (byte) (address | (reply ? REPLY_BIT : 0)),
            (byte) length,
            (byte) (length >> Byte.SIZE),
            (byte) control
        };
    }

    int sequence() {
        return control & SEQUENCE_BITS;
    }

    PacketCheck check() {
        return (control & CRC_BIT) == 0 ? PacketCheck.CHECKSUM : PacketCheck.CRC;
    }

    boolean secured() {
        return (control & SECURITY_BIT) != 0;
    }

    boolean isPossible() {
        return length >= PACKET_BYTES_MIN && length <= PACKET_BYTES_MAX;
    }
}
