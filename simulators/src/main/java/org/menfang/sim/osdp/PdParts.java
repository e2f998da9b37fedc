package org.menfang.sim.osdp;

/// What a reader is made of.
///
/// @param inputs contacts that it watches
/// @param outputs relays that it switches
/// @param lights of which each shows all colors
/// @param keypad whether it has one
public record PdParts(int inputs, int outputs, int lights, boolean keypad) {
    /// A reader for walls: two contacts, a relay, a light, a buzzer, a keypad.
    public static final PdParts USUAL = new PdParts(2, 1, 1, true);

    private static final int EACH_MAX = 8;

    public PdParts {
        if (Math.min(Math.min(inputs, outputs), lights) < 0
                || Math.max(Math.max(inputs, outputs), lights) > EACH_MAX) {
            throw new IllegalArgumentException("0 to " + EACH_MAX + " of each");
        }
    }

    /// What it can do, in triples of function, degree and count.
    Answer capabilities(boolean secure) {
        int size = Header.PACKET_BYTES_MAX;
        return Answer.of(
                ReplyCode.CAPABILITIES,
                // Contacts without supervision.
                1, 1, inputs,
                // Outputs with times.
                2, 3, outputs,
                // Cards as bits.
                3, 1, 0,
                // Lights of all colors, with times.
                4, 4, lights,
                // A buzzer with times.
                5, 2, 1,
                // No display.
                6, 0, 0,
                // No clock.
                7, 0, 0,
                // CRC.
                8, 1, 0,
                // AES-128, and the default key where it is allowed.
                9, secure ? 1 : 0, secure ? 1 : 0,
                // The longest packet, alone and in parts.
                10, size & 0xFF, size >> Byte.SIZE,
                11, size & 0xFF, size >> Byte.SIZE,
                // No transparent cards.
                12, 0, 0,
                // One reader.
                13, 0, 1);
    }
}
