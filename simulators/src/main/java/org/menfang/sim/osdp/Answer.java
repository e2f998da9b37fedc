package org.menfang.sim.osdp;

/// What a reader replies, before it is put into a packet.
///
/// @param code one of {@link ReplyCode}
@SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
record Answer(int code, byte[] data) {
    static final Answer ACK = new Answer(ReplyCode.ACK, new byte[0]);

    static Answer of(int code, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return new Answer(code, bytes);
    }

    static Answer nak(NakReason reason) {
        return of(ReplyCode.NAK, reason.code());
    }

    /// What it reports, for people.
    String name() {
        return switch (code) {
            case ReplyCode.CARD_BITS -> "card";
            case ReplyCode.KEYS -> "keys";
            case ReplyCode.LOCAL_STATUS -> "local status";
            case ReplyCode.INPUT_STATUS -> "inputs";
            case ReplyCode.OUTPUT_STATUS -> "outputs";
            default -> "reply " + Integer.toHexString(code);
        };
    }
}
