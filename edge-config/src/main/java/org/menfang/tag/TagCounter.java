package org.menfang.tag;

/// The form of a tag's counter inside its ciphers: three bytes, the lowest first.
final class TagCounter {
    static final int BYTES = 3;

    private TagCounter() {}

    static void write(int counter, byte[] into, int at) {
        for (int i = 0; i < BYTES; i++) {
            into[at + i] = (byte) (counter >> (Byte.SIZE * i));
        }
    }

    static int read(byte[] from, int at) {
        int counter = 0;
        for (int i = 0; i < BYTES; i++) {
            counter |= (from[at + i] & 0xFF) << (Byte.SIZE * i);
        }
        return counter;
    }
}
