package org.menfang.sim.osdp;

/// The numbers of replies.
final class ReplyCode {
    static final int ACK = 0x40;
    static final int NAK = 0x41;
    static final int IDENTITY = 0x45;
    static final int CAPABILITIES = 0x46;
    static final int LOCAL_STATUS = 0x48;
    static final int INPUT_STATUS = 0x49;
    static final int OUTPUT_STATUS = 0x4A;
    static final int READER_STATUS = 0x4B;
    static final int CARD_BITS = 0x50;
    static final int KEYS = 0x53;
    static final int COMMUNICATION = 0x54;
    static final int CLIENT_CRYPTOGRAM = 0x76;
    static final int FIRST_MAC = 0x78;
    static final int BUSY = 0x79;

    private ReplyCode() {}
}
