package org.menfang.sim.osdp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// A secure channel as the reader holds it: each MAC is chained to the one before, so that nothing
/// can be left out, changed or said twice.
final class SecureSession {
    private final SessionKeys keys;
    private byte[] commandMac = new byte[Aes.BLOCK_BYTES];
    private byte[] replyMac;

    /// @param firstMac what the first command is chained to
    SecureSession(SessionKeys keys, byte[] firstMac) {
        this.keys = keys;
        this.replyMac = firstMac.clone();
    }

    /// The data of a command.
    ///
    /// @return empty if it does not come from who holds the keys, or not now
    Optional<byte[]> open(Packet command) {
        byte[] mac = keys.mac(command.beforeMac(), replyMac);
        if (!MessageDigest.isEqual(Arrays.copyOf(mac, Packet.MAC_BYTES), command.mac())) {
            return Optional.empty();
        }
        Optional<byte[]> data =
                command.security().orElseThrow().type() == SecurityBlock.COMMAND_ENCRYPTED
                        ? decrypt(command.data())
                        : Optional.of(command.data());
        commandMac = mac;
        return data;
    }

    /// A reply to the command that was opened last. What has data is encrypted.
    byte[] seal(Packet.Envelope envelope, Answer answer) {
        boolean hasData = answer.data().length > 0;
        SecurityBlock block =
                SecurityBlock.of(
                        hasData ? SecurityBlock.REPLY_ENCRYPTED : SecurityBlock.REPLY_AUTHENTIC);
        byte[] data = hasData ? encrypt(answer.data()) : answer.data();
        return envelope.withMac(
                block,
                answer.code(),
                data,
                before -> {
                    replyMac = keys.mac(before, commandMac);
                    return replyMac;
                });
    }

    private Optional<byte[]> decrypt(byte[] data) {
        if (data.length == 0 || data.length % Aes.BLOCK_BYTES != 0) {
            return Optional.empty();
        }
        byte[] padded = Aes.decrypt(keys.encryption(), inverted(replyMac), data);
        int end = Aes.endOfData(padded);
        return end < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(padded, end));
    }

    private byte[] encrypt(byte[] data) {
        return Aes.encrypt(keys.encryption(), inverted(commandMac), Aes.pad(data));
    }

    private static byte[] inverted(byte[] mac) {
        byte[] inverted = mac.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return inverted;
    }
}
