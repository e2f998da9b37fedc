package org.menfang.sim.osdp;

/// The part of a packet that says how it is secured.
///
/// @param type one of the constants below
/// @param data what belongs to it; none for ordinary packets of a session
@SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
record SecurityBlock(int type, byte[] data) {
    static final int CHALLENGE = 0x11;
    static final int CLIENT_CRYPTOGRAM = 0x12;
    static final int SERVER_CRYPTOGRAM = 0x13;
    static final int FIRST_MAC = 0x14;

    /// A command with a MAC whose data are plain.
    static final int COMMAND_AUTHENTIC = 0x15;

    static final int REPLY_AUTHENTIC = 0x16;

    /// A command with a MAC and encrypted data.
    static final int COMMAND_ENCRYPTED = 0x17;

    static final int REPLY_ENCRYPTED = 0x18;

    /// Says that the key is the default one, which everybody knows.
    static final byte DEFAULT_KEY = 0;

    /// Says that the key is the reader's own.
    static final byte OWN_KEY = 1;

    /// Its length and its type.
    static final int BYTES_MIN = 2;

    static SecurityBlock of(int type, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return new SecurityBlock(type, bytes);
    }

    /// Whether packets of this kind end with a MAC.
    boolean hasMac() {
        return type >= COMMAND_AUTHENTIC && type <= REPLY_ENCRYPTED;
    }

    int bytes() {
        return BYTES_MIN + data.length;
    }
}
