package org.menfang.gate.osdp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One packet that came through unharmed. Whether it is genuine is not said.
///
/// @param address 0 to 126; 127 is everybody
/// @param isReply whether a reader sent it
/// @param sequence 0 to 3; 0 begins anew
/// @param security what it says about the secure channel; none for a packet in clear
/// @param code of the command or reply
/// @param data what belongs to the code; perhaps encrypted, and without the MAC
/// @param bytes all of it as it came, without check and MAC: what a MAC covers
/// @param mac {@link #MAC_BYTES}, or none
@SuppressWarnings("ArrayRecordComponent") // It is taken apart, never compared.
record OsdpPacket(
        int address,
        boolean isReply,
        int sequence,
        PacketCheck check,
        @Nullable SecurityBlock security,
        int code,
        byte[] data,
        byte[] bytes,
        byte[] mac) {
    static final int START = 0x53;
    static final int MAC_BYTES = 4;

    /// The longest packet of the standard.
    static final int BYTES_MAX = 1440;

    static final int HEAD_BYTES = 5;
    static final int REPLY_BIT = 0x80;
    static final int ADDRESS_MAX = 0x7E;
    private static final int CRC_BIT = 0x04;
    private static final int SECURITY_BIT = 0x08;
    private static final int SEQUENCE_BITS = 0x03;

    /// Of a packet of which the head has come: whether it can be one at all.
    static boolean isHead(byte[] bytes, int from) {
        int length = lengthOf(bytes, from);
        int control = bytes[from + 4];
        int least = HEAD_BYTES + 1 + checkOf(control).length();
        return bytes[from] == START && length >= least && length <= BYTES_MAX;
    }

    /// How long the packet is whose head has come.
    static int lengthOf(byte[] bytes, int from) {
        return (bytes[from + 2] & 0xFF) | (bytes[from + 3] & 0xFF) << Byte.SIZE;
    }

    /// Reads a packet that has come as a whole; none if it was harmed.
    static @Nullable OsdpPacket read(byte[] from, int start) {
        int length = lengthOf(from, start);
        PacketCheck check = checkOf(from[start + 4]);
        int end = start + length - check.length();
        if (!check.holds(from, start, end)) {
            return null;
        }
        byte[] bytes = Arrays.copyOfRange(from, start, end);
        return (bytes[4] & SECURITY_BIT) == 0
                ? parted(bytes, check, null, HEAD_BYTES)
                : secured(bytes, check);
    }

    private static @Nullable OsdpPacket secured(byte[] bytes, PacketCheck check) {
        int blockLength = bytes[HEAD_BYTES] & 0xFF;
        int body = HEAD_BYTES + blockLength;
        if (blockLength < 2 || body >= bytes.length) {
            return null;
        }
        SecurityBlock.@Nullable Type type =
                SecurityBlock.Type.of(bytes[HEAD_BYTES + 1] & 0xFF).orElse(null);
        if (type == null) {
            return null;
        }
        int keySet = blockLength == 2 ? SecurityBlock.NOTHING : bytes[HEAD_BYTES + 2] & 0xFF;
        return parted(bytes, check, new SecurityBlock(type, keySet), body);
    }

    private static @Nullable OsdpPacket parted(
            byte[] bytes, PacketCheck check, @Nullable SecurityBlock security, int body) {
        int macBytes = security != null && security.type().hasMac() ? MAC_BYTES : 0;
        int dataEnd = bytes.length - macBytes;
        if (dataEnd <= body) {
            return null;
        }
        return new OsdpPacket(
                bytes[1] & ~REPLY_BIT & 0xFF,
                (bytes[1] & REPLY_BIT) != 0,
                bytes[4] & SEQUENCE_BITS,
                check,
                security,
                bytes[body] & 0xFF,
                Arrays.copyOfRange(bytes, body + 1, dataEnd),
                Arrays.copyOf(bytes, dataEnd),
                Arrays.copyOfRange(bytes, dataEnd, bytes.length));
    }

    private static PacketCheck checkOf(int control) {
        return (control & CRC_BIT) == 0 ? PacketCheck.CHECKSUM : PacketCheck.CRC;
    }

    /// Where a packet goes, and how.
    record Head(int address, boolean isReply, int sequence, PacketCheck check) {
        private int control() {
            return sequence | (check == PacketCheck.CRC ? CRC_BIT : 0);
        }

        private int addressByte() {
            return address | (isReply ? REPLY_BIT : 0);
        }
    }

    /// Makes the MAC of what stands before it.
    @FunctionalInterface
    interface MacMaker {
        /// @return {@link OsdpPacket#MAC_BYTES}
        byte[] mac(byte[] bytes);
    }

    /// Writes a packet.
    ///
    /// @param security none for a packet in clear
    /// @param mac asked where the security block wants one
    static byte[] write(
            Head head, @Nullable SecurityBlock security, int code, byte[] data, MacMaker mac) {
        int blockLength = security == null ? 0 : security.length();
        int macAt = HEAD_BYTES + blockLength + 1 + data.length;
        boolean hasMac = security != null && security.type().hasMac();
        int checkAt = macAt + (hasMac ? MAC_BYTES : 0);
        byte[] packet = new byte[checkAt + head.check().length()];
        if (packet.length > BYTES_MAX) {
            throw new IllegalArgumentException("a packet of " + packet.length + " bytes");
        }
        packet[0] = START;
        packet[1] = (byte) head.addressByte();
        packet[2] = (byte) packet.length;
        packet[3] = (byte) (packet.length >> Byte.SIZE);
        packet[4] = (byte) (head.control() | (security == null ? 0 : SECURITY_BIT));
        if (security != null) {
            packet[HEAD_BYTES] = (byte) blockLength;
            packet[HEAD_BYTES + 1] = (byte) security.type().code();
            if (blockLength > 2) {
                packet[HEAD_BYTES + 2] = (byte) security.keySet();
            }
        }
        packet[HEAD_BYTES + blockLength] = (byte) code;
        System.arraycopy(data, 0, packet, macAt - data.length, data.length);
        if (hasMac) {
            System.arraycopy(mac.mac(Arrays.copyOf(packet, macAt)), 0, packet, macAt, MAC_BYTES);
        }
        head.check().write(packet, 0, checkAt);
        return packet;
    }

    /// Writes a packet without a MAC.
    static byte[] write(Head head, @Nullable SecurityBlock security, int code, byte[] data) {
        return write(
                head,
                security,
                code,
                data,
                _ -> {
                    throw new IllegalArgumentException("nobody can make the MAC");
                });
    }
}
