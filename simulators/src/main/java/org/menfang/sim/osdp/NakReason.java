package org.menfang.sim.osdp;

/// Why a reader refuses a command.
enum NakReason {
    BAD_CHECK(1),
    BAD_LENGTH(2),
    UNKNOWN_COMMAND(3),
    UNEXPECTED_SEQUENCE(4),
    UNKNOWN_SECURITY(5),
    SECURITY_NOT_MET(6),
    UNABLE(9);

    private final int code;

    NakReason(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
