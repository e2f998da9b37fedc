package org.menfang.sim.osdp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// What stands at the end of a packet so that damage is noticed.
public enum PacketCheck {
    /// The two's complement of the sum of all bytes.
    CHECKSUM(1),
    /// CRC-16 by the polynomial 1021, begun with 1D0F, the low byte first.
    CRC(2);

    private static final int CRC_BEGIN = 0x1D0F;
    private static final int CRC_POLYNOMIAL = 0x1021;
    private static final int CRC_TOP_BIT = 0x8000;
    private static final int[] CRC_OF_BYTES = crcOfBytes();

    private final int bytes;

    PacketCheck(int bytes) {
        this.bytes = bytes;
    }

    /// How many bytes it takes.
    int bytes() {
        return bytes;
    }

    /// The check of the first bytes of an array.
    byte[] over(byte[] packet, int length) {
        return switch (this) {
            case CHECKSUM -> new byte[] {(byte) -sum(packet, length)};
            case CRC -> {
                int crc = crc(packet, length);
                yield new byte[] {(byte) crc, (byte) (crc >> Byte.SIZE)};
            }
        };
    }

    /// Whether a whole packet ends with the right check.
    boolean holds(byte[] packet) {
        int length = packet.length - bytes;
        return Arrays.equals(packet, length, packet.length, over(packet, length), 0, bytes);
    }

    /// Makes a packet that was changed look whole.
    public void repair(byte[] packet) {
        int length = packet.length - bytes;
        ByteBuffer.wrap(packet).put(length, over(packet, length));
    }

    private static int sum(byte[] packet, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += packet[i];
        }
        return sum;
    }

    private static int crc(byte[] packet, int length) {
        int crc = CRC_BEGIN;
        for (int i = 0; i < length; i++) {
            int top = ((crc >> Byte.SIZE) ^ packet[i]) & 0xFF;
            crc = ((crc << Byte.SIZE) ^ CRC_OF_BYTES[top]) & 0xFFFF;
        }
        return crc;
    }

    /// What each byte does to a CRC.
    private static int[] crcOfBytes() {
        int[] all = new int[1 << Byte.SIZE];
        for (int each = 0; each < all.length; each++) {
            int crc = each << Byte.SIZE;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & CRC_TOP_BIT) == 0 ? crc << 1 : (crc << 1) ^ CRC_POLYNOMIAL;
            }
            all[each] = crc & 0xFFFF;
        }
        return all;
    }
}
