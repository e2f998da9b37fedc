package org.menfang.sim.osdp;

/// The numbers of commands.
final class CommandCode {
    static final int POLL = 0x60;
    static final int IDENTITY = 0x61;
    static final int CAPABILITIES = 0x62;
    static final int LOCAL_STATUS = 0x64;
    static final int INPUT_STATUS = 0x65;
    static final int OUTPUT_STATUS = 0x66;
    static final int READER_STATUS = 0x67;
    static final int OUTPUT = 0x68;
    static final int LED = 0x69;
    static final int BUZZER = 0x6A;
    static final int COMMUNICATION = 0x6E;
    static final int KEY_SET = 0x75;
    static final int CHALLENGE = 0x76;
    static final int SERVER_CRYPTOGRAM = 0x77;
    static final int REPLY_SIZE = 0x7B;
    static final int ABORT = 0xA2;
    static final int KEEP_ACTIVE = 0xA7;

    private CommandCode() {}
}
