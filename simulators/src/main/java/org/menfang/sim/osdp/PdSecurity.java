package org.menfang.sim.osdp;

import java.util.HexFormat;

/// How a reader wants to be spoken to.
public sealed interface PdSecurity {
    /// The key that everybody knows.
    byte[] KNOWN_KEY = HexFormat.of().parseHex("303132333435363738393A3B3C3D3E3F");

    int KEY_BYTES = 16;

    /// An old reader: it knows no secure channel.
    record None() implements PdSecurity {}

    /// A reader without a key of its own: plain, or by the default key, until it is given one.
    record Install() implements PdSecurity {}

    /// A reader that was given its key: by that key only.
    @SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
    record Commissioned(byte[] key) implements PdSecurity {
        public Commissioned {
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
            }
            key = key.clone();
        }
    }
}
