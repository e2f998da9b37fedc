package org.menfang.sim.osdp;

import java.io.ByteArrayOutputStream;

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
        ByteArrayOutputStream triples = new ByteArrayOutputStream();
        // Contacts without supervision; outputs with times; cards as bits.
        put(triples, 1, 1, inputs);
        put(triples, 2, 3, outputs);
        put(triples, 3, 1, 0);
        // Lights of all colors and a buzzer, both with times; no display, no clock.
        put(triples, 4, 4, lights);
        put(triples, 5, 2, 1);
        put(triples, 6, 0, 0);
        put(triples, 7, 0, 0);
        // CRC; AES-128, and the default key where it is allowed.
        put(triples, 8, 1, 0);
        put(triples, 9, secure ? 1 : 0, secure ? 1 : 0);
        // The longest packet, alone and in parts.
        put(triples, 10, size, size >> Byte.SIZE);
        put(triples, 11, size, size >> Byte.SIZE);
        // No transparent cards; one reader.
        put(triples, 12, 0, 0);
        put(triples, 13, 0, 1);
        return new Answer(ReplyCode.CAPABILITIES, triples.toByteArray());
    }

    private static void put(ByteArrayOutputStream triples, int function, int degree, int count) {
        triples.write(function);
        triples.write(degree);
        triples.write(count);
    }
}
