package org.menfang.sim.osdp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The keys of one session, made from the key of a reader and the panel's random number.
///
/// @param encryption S-ENC
/// @param mac1 S-MAC1, for all blocks but the last
/// @param mac2 S-MAC2, for the last block
@SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
record SessionKeys(byte[] encryption, byte[] mac1, byte[] mac2) {
    static final int RANDOM_BYTES = 8;

    private static final int ENCRYPTION = 0x0182;
    private static final int MAC_1 = 0x0101;
    private static final int MAC_2 = 0x0102;

    /// Of the panel's number, the first bytes count.
    private static final int COUNTED_BYTES = 6;

    static SessionKeys of(byte[] key, byte[] panelRandom) {
        return new SessionKeys(
                derive(key, ENCRYPTION, panelRandom),
                derive(key, MAC_1, panelRandom),
                derive(key, MAC_2, panelRandom));
    }

    private static byte[] derive(byte[] key, int purpose, byte[] panelRandom) {
        byte[] block =
                ByteBuffer.allocate(Aes.BLOCK_BYTES)
                        .putShort((short) purpose)
                        .put(panelRandom, 0, COUNTED_BYTES)
                        .array();
        return Aes.block(key, block);
    }

    /// By which the reader proves that it holds the key.
    byte[] clientCryptogram(byte[] panelRandom, byte[] readerRandom) {
        return cryptogram(panelRandom, readerRandom);
    }

    /// By which the panel proves it.
    byte[] serverCryptogram(byte[] panelRandom, byte[] readerRandom) {
        return cryptogram(readerRandom, panelRandom);
    }

    /// The MAC that the first command of the session is chained to.
    byte[] firstMac(byte[] serverCryptogram) {
        return Aes.block(mac2, Aes.block(mac1, serverCryptogram));
    }

    /// The MAC of a message.
    ///
    /// @param chained the MAC of the message before it, from the other side
    byte[] mac(byte[] message, byte[] chained) {
        byte[] whole = message.length % Aes.BLOCK_BYTES == 0 ? message : Aes.pad(message);
        int last = whole.length - Aes.BLOCK_BYTES;
        byte[] before = chained;
        if (last > 0) {
            byte[] first = Aes.encrypt(mac1, chained, Arrays.copyOf(whole, last));
            before = Arrays.copyOfRange(first, last - Aes.BLOCK_BYTES, last);
        }
        return Aes.encrypt(mac2, before, Arrays.copyOfRange(whole, last, whole.length));
    }

    private byte[] cryptogram(byte[] first, byte[] second) {
        return Aes.block(
                encryption, ByteBuffer.allocate(Aes.BLOCK_BYTES).put(first).put(second).array());
    }
}
