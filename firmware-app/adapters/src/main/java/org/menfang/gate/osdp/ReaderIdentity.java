package org.menfang.gate.osdp;

import java.util.HexFormat;

/// Who a reader says that it is.
///
/// @param vendor six hexadecimal digits: who made it
/// @param serial the number on it
/// @param firmware such as `1.2.3`
public record ReaderIdentity(String vendor, int model, int version, long serial, String firmware) {
    /// @param data 12 bytes, as the standard orders them
    static ReaderIdentity read(byte[] data) {
        return new ReaderIdentity(
                HexFormat.of().withUpperCase().formatHex(data, 0, 3),
                Byte.toUnsignedInt(data[3]),
                Byte.toUnsignedInt(data[4]),
                Integer.toUnsignedLong(ReaderReply.little(data, 5, 4)),
                "%d.%d.%d"
                        .formatted(
                                Byte.toUnsignedInt(data[9]),
                                Byte.toUnsignedInt(data[10]),
                                Byte.toUnsignedInt(data[11])));
    }

    @Override
    public String toString() {
        return "vendor %s, model %d.%d, serial %d, firmware %s"
                .formatted(vendor, model, version, serial, firmware);
    }
}
