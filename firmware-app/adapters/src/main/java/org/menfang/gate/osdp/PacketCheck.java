package org.menfang.gate.osdp;

/// What stands at the end of a packet and shows that it came through unharmed.
public enum PacketCheck {
    /// One byte, with which all bytes together make zero.
    CHECKSUM(1),
    /// Two bytes, low one first: CRC-16 with the polynomial 0x1021 that begins with 0x1D0F.
    CRC(2);

    private static final int POLYNOMIAL = 0x1021;
    private static final int BEGIN = 0x1D0F;
    private static final int[] TABLE = table();

    private final int length;

    PacketCheck(int length) {
        this.length = length;
    }

    /// How many bytes it takes.
    int length() {
        return length;
    }

    /// Writes it behind what it covers.
    void write(byte[] packet, int from, int end) {
        int value = value(packet, from, end);
        for (int i = 0; i < length; i++) {
            packet[end + i] = (byte) (value >> (i * Byte.SIZE));
        }
    }

    /// Whether it stands behind what it covers.
    boolean holds(byte[] packet, int from, int end) {
        int value = value(packet, from, end);
        for (int i = 0; i < length; i++) {
            if (packet[end + i] != (byte) (value >> (i * Byte.SIZE))) {
                return false;
            }
        }
        return true;
    }

    private int value(byte[] packet, int from, int end) {
        return switch (this) {
            case CHECKSUM -> checksum(packet, from, end);
            case CRC -> crc(packet, from, end);
        };
    }

    private static int checksum(byte[] packet, int from, int end) {
        int sum = 0;
        for (int i = from; i < end; i++) {
            sum += packet[i];
        }
        return -sum;
    }

    private static int crc(byte[] packet, int from, int end) {
        int crc = BEGIN;
        for (int i = from; i < end; i++) {
            crc = (crc << Byte.SIZE ^ TABLE[(crc >> Byte.SIZE ^ packet[i]) & 0xFF]) & 0xFFFF;
        }
        return crc;
    }

    /// What each value of the upper byte does to the rest.
    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << Byte.SIZE;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            table[i] = crc & 0xFFFF;
        }
        return table;
    }
}
