package org.menfang.gate.osdp;

import java.util.Arrays;
import java.util.Optional;

/// What a packet of the secure channel says about itself.
///
/// @param type what sort of message this is
/// @param keySet the byte behind the type in a handshake: {@link #DEFAULT_KEY} or {@link #OWN_KEY}
///   up to {@link Type#PROOF}, {@link #ACCEPTED} in {@link Type#FIRST_MAC}; else {@link #NOTHING}
record SecurityBlock(Type type, int keySet) {
    /// The key that every reader has from its maker.
    static final int DEFAULT_KEY = 0;

    /// The reader's own key.
    static final int OWN_KEY = 1;

    /// The reader believes the panel.
    static final int ACCEPTED = 1;

    static final int NOTHING = -1;

    /// The types SCS_11 to SCS_18 of the standard.
    enum Type {
        CHALLENGE(0x11),
        CRYPTOGRAM(0x12),
        PROOF(0x13),
        FIRST_MAC(0x14),
        COMMAND(0x15),
        REPLY(0x16),
        ENCRYPTED_COMMAND(0x17),
        ENCRYPTED_REPLY(0x18);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Optional<Type> of(int code) {
            return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
        }

        /// Whether the message ends with a MAC.
        boolean hasMac() {
            return compareTo(COMMAND) >= 0;
        }
    }

    static SecurityBlock of(Type type) {
        return new SecurityBlock(type, NOTHING);
    }

    int length() {
        return keySet == NOTHING ? 2 : 3;
    }
}
