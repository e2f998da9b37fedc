package org.menfang.gate.osdp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// A secure channel with one reader. Each message carries a MAC that also covers the one before it,
/// so that nothing can be left out, repeated or put between; data is encrypted.
final class SecureSession {
    private final SessionKeys keys;
    private byte[] commandMac = new byte[AesKey.BLOCK_BYTES];
    private byte[] replyMac;

    /// @param firstMac see {@link SessionKeys#firstMac}
    SecureSession(SessionKeys keys, byte[] firstMac) {
        this.keys = keys;
        this.replyMac = firstMac.clone();
    }

    /// Writes a command. It is sent again as it is, until an answer comes.
    byte[] write(OsdpPacket.Head head, PanelCommand command) {
        byte[] data = command.data();
        boolean isEmpty = data.length == 0;
        byte[] hidden =
                isEmpty ? data : keys.encryption().encrypt(inverted(replyMac), padded(data));
        return OsdpPacket.write(
                head,
                SecurityBlock.of(
                        isEmpty
                                ? SecurityBlock.Type.COMMAND
                                : SecurityBlock.Type.ENCRYPTED_COMMAND),
                command.code(),
                hidden,
                bytes -> {
                    commandMac = keys.mac(replyMac, bytes);
                    return Arrays.copyOf(commandMac, OsdpPacket.MAC_BYTES);
                });
    }

    private static byte[] padded(byte[] data) {
        return SessionKeys.padded(data);
    }

    /// The data of an answer to the command that was written last; empty if it is not genuine, or
    /// if data in it was in clear.
    Optional<byte[]> open(OsdpPacket reply) {
        SecurityBlock security = reply.security();
        if (security == null || !security.type().hasMac()) {
            return Optional.empty();
        }
        byte[] mac = keys.mac(commandMac, reply.bytes());
        if (!MessageDigest.isEqual(Arrays.copyOf(mac, OsdpPacket.MAC_BYTES), reply.mac())) {
            return Optional.empty();
        }
        Optional<byte[]> data = uncovered(security.type(), reply.data());
        if (data.isPresent()) {
            replyMac = mac;
        }
        return data;
    }

    private Optional<byte[]> uncovered(SecurityBlock.Type type, byte[] data) {
        return switch (type) {
            case REPLY -> data.length == 0 ? Optional.of(data) : Optional.empty();
            case ENCRYPTED_REPLY -> decrypted(data);
            case CHALLENGE, CRYPTOGRAM, PROOF, FIRST_MAC, COMMAND, ENCRYPTED_COMMAND ->
                    Optional.empty();
        };
    }

    private Optional<byte[]> decrypted(byte[] data) {
        if (data.length % AesKey.BLOCK_BYTES != 0) {
            return Optional.empty();
        }
        byte[] plain = keys.encryption().decrypt(inverted(commandMac), data);
        int end = plain.length - 1;
        while (end > 0 && plain[end] == 0) {
            end--;
        }
        boolean isMarked = end >= 0 && plain[end] == (byte) 0x80;
        return isMarked ? Optional.of(Arrays.copyOf(plain, end)) : Optional.empty();
    }

    private static byte[] inverted(byte[] mac) {
        byte[] inverted = new byte[mac.length];
        for (int i = 0; i < mac.length; i++) {
            inverted[i] = (byte) ~mac[i];
        }
        return inverted;
    }
}
