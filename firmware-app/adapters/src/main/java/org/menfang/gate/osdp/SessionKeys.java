package org.menfang.gate.osdp;

import java.util.Arrays;

/// The keys of one session, which both sides make from the reader's key and a random number of the
/// panel.
///
/// @param encryption S-ENC: for data, and to prove that one knows the key
/// @param chain S-MAC1: for all blocks of a MAC but the last
/// @param last S-MAC2: for the last
record SessionKeys(AesKey encryption, AesKey chain, AesKey last) {
    static final int RANDOM_BYTES = 8;

    private static final int RANDOM_BYTES_USED = 6;
    private static final int FOR_ENCRYPTION = 0x82;
    private static final int FOR_CHAIN = 0x01;
    private static final int FOR_LAST = 0x02;

    /// @param random the panel's
    static SessionKeys of(BaseKey key, byte[] random) {
        return new SessionKeys(
                new AesKey(derive(key, FOR_ENCRYPTION, random)),
                new AesKey(derive(key, FOR_CHAIN, random)),
                new AesKey(derive(key, FOR_LAST, random)));
    }

    static byte[] derive(BaseKey key, int purpose, byte[] random) {
        byte[] block = new byte[AesKey.BLOCK_BYTES];
        block[0] = 1;
        block[1] = (byte) purpose;
        System.arraycopy(random, 0, block, 2, RANDOM_BYTES_USED);
        return new AesKey(key.bytes()).encrypt(block);
    }

    /// What one side shows to the other: that it knows the key.
    ///
    /// @param foreign the random number of the side that shall believe it
    /// @param own of the side that shows it
    byte[] cryptogram(byte[] foreign, byte[] own) {
        byte[] both = Arrays.copyOf(foreign, 2 * RANDOM_BYTES);
        System.arraycopy(own, 0, both, RANDOM_BYTES, RANDOM_BYTES);
        return encryption.encrypt(both);
    }

    /// The MAC with which a session begins.
    byte[] firstMac(byte[] panelCryptogram) {
        return last.encrypt(chain.encrypt(panelCryptogram));
    }

    /// All 16 bytes of the MAC of a message.
    ///
    /// @param before the MAC of the message before it, from the other side
    byte[] mac(byte[] before, byte[] message) {
        byte[] blocks = filled(message);
        int lastAt = blocks.length - AesKey.BLOCK_BYTES;
        byte[] chained = before;
        if (lastAt > 0) {
            byte[] first = chain.encrypt(before, Arrays.copyOf(blocks, lastAt));
            chained = Arrays.copyOfRange(first, lastAt - AesKey.BLOCK_BYTES, lastAt);
        }
        return last.encrypt(chained, Arrays.copyOfRange(blocks, lastAt, blocks.length));
    }

    /// Whole blocks; only what is none is filled up.
    private static byte[] filled(byte[] message) {
        return message.length % AesKey.BLOCK_BYTES == 0 ? message : padded(message);
    }

    /// The message, a mark, and zeros up to a whole block.
    static byte[] padded(byte[] message) {
        int blocks = message.length / AesKey.BLOCK_BYTES + 1;
        byte[] padded = Arrays.copyOf(message, blocks * AesKey.BLOCK_BYTES);
        padded[message.length] = (byte) 0x80;
        return padded;
    }
}
