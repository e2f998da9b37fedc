package org.menfang.sim.osdp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Who a reader says it is.
///
/// @param vendor number of its maker, 24 bits
/// @param model 0 to 255
/// @param version 0 to 255
/// @param serial its own number
public record PdIdentity(int vendor, int model, int version, int serial) {
    private static final int REPORT_BYTES = 12;
    private static final int UNIQUE_BYTES = 8;
    private static final int VENDOR_BYTES = 3;
    private static final byte FIRMWARE_MAJOR = 1;
    private static final byte FIRMWARE_MINOR = 0;
    private static final byte FIRMWARE_BUILD = 0;

    /// A reader of no maker, told from others by its number.
    public static PdIdentity numbered(int serial) {
        return new PdIdentity(0x4D464E, 1, 1, serial);
    }

    /// The maker, model, version and number, and what runs inside.
    byte[] report() {
        ByteBuffer report = ByteBuffer.allocate(REPORT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < VENDOR_BYTES; i++) {
            report.put((byte) (vendor >> (i * Byte.SIZE)));
        }
        return report.put((byte) model)
                .put((byte) version)
                .putInt(serial)
                .put(FIRMWARE_MAJOR)
                .put(FIRMWARE_MINOR)
                .put(FIRMWARE_BUILD)
                .array();
    }

    /// What tells it from all others at the beginning of a session.
    byte[] unique() {
        return Arrays.copyOf(report(), UNIQUE_BYTES);
    }
}
