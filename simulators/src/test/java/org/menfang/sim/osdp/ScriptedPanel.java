package org.menfang.sim.osdp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.menfang.gate.MonotonicTime;

/// Just enough of a panel to speak with readers in virtual time.
final class ScriptedPanel {
    private final SimulatedOsdpLine line;
    private final int address;
    private PacketCheck check = PacketCheck.CRC;
    private int sequence;
    private byte[] lastCommand = new byte[0];
    private SessionKeys keys = SessionKeys.of(PdSecurity.KNOWN_KEY, new byte[8]);
    private byte[] commandMac = new byte[16];
    private byte[] replyMac = new byte[16];

    ScriptedPanel(SimulatedOsdpLine line, int address) {
        this.line = line;
        this.address = address;
    }

    ScriptedPanel by(PacketCheck other) {
        check = other;
        return this;
    }

    /// The next command begins anew.
    ScriptedPanel reset() {
        sequence = 0;
        return this;
    }

    /// Says it in plain.
    Optional<Packet> say(int code, int... data) {
        return send(envelope().plain(code, bytes(data)));
    }

    Optional<Packet> poll() {
        return say(CommandCode.POLL);
    }

    /// Says the last command again, as after a reply that did not come.
    Optional<Packet> again() {
        return hear(line.hear(lastCommand));
    }

    /// Opens a secure channel.
    ///
    /// @return the status in the reply to the proof; -1 if there was none
    int openSession(byte kind, byte[] key) {
        byte[] random = {1, 2, 3, 4, 5, 6, 7, 8};
        Packet reply = send(challenge(kind, random)).orElseThrow();
        if (reply.code() != ReplyCode.CLIENT_CRYPTOGRAM) {
            return -1;
        }
        byte[] readerRandom = Arrays.copyOfRange(reply.data(), 8, 16);
        keys = SessionKeys.of(key, random);
        byte[] proof = keys.serverCryptogram(random, readerRandom);
        SecurityBlock block = SecurityBlock.of(SecurityBlock.SERVER_CRYPTOGRAM, kind);
        Packet mac =
                send(envelope().withBlock(block, CommandCode.SERVER_CRYPTOGRAM, proof))
                        .orElseThrow();
        replyMac = mac.data();
        return mac.code() == ReplyCode.FIRST_MAC
                ? Byte.toUnsignedInt(mac.security().orElseThrow().data()[0])
                : -1;
    }

    byte[] challenge(byte kind, byte[] random) {
        return envelope()
                .withBlock(
                        SecurityBlock.of(SecurityBlock.CHALLENGE, kind),
                        CommandCode.CHALLENGE,
                        random);
    }

    /// Says it in the session.
    ///
    /// @return the reply with its data in plain; as it came if it stands outside of the session
    Packet saySecurely(int code, int... data) {
        byte[] plain = bytes(data);
        boolean encrypted = plain.length > 0;
        SecurityBlock block =
                SecurityBlock.of(
                        encrypted
                                ? SecurityBlock.COMMAND_ENCRYPTED
                                : SecurityBlock.COMMAND_AUTHENTIC);
        byte[] carried =
                encrypted
                        ? Aes.encrypt(keys.encryption(), inverted(replyMac), Aes.pad(plain))
                        : plain;
        byte[] packet =
                envelope()
                        .withMac(
                                block,
                                code,
                                carried,
                                before -> {
                                    commandMac = keys.mac(before, replyMac);
                                    return commandMac;
                                });
        return open(send(packet).orElseThrow());
    }

    private Packet open(Packet reply) {
        if (reply.mac().length == 0) {
            return reply;
        }
        byte[] mac = keys.mac(reply.beforeMac(), commandMac);
        if (!Arrays.equals(Arrays.copyOf(mac, 4), reply.mac())) {
            throw new AssertionError("a wrong MAC");
        }
        replyMac = mac;
        if (reply.data().length == 0) {
            return reply;
        }
        byte[] padded = Aes.decrypt(keys.encryption(), inverted(commandMac), reply.data());
        byte[] data = Arrays.copyOf(padded, Aes.endOfData(padded));
        return new Packet(reply.raw(), reply.security(), reply.code(), data, reply.mac());
    }

    Packet.Envelope envelope() {
        return new Packet.Envelope(address, false, sequence, check);
    }

    Optional<Packet> send(byte[] packet) {
        sequence = sequence == 3 ? 1 : sequence + 1;
        lastCommand = packet;
        return again();
    }

    private static Optional<Packet> hear(List<SimulatedOsdpLine.Sent> sent) {
        PacketScanner scanner = new PacketScanner();
        return sent.stream()
                .flatMap(each -> scanner.hear(MonotonicTime.START, each.bytes()).stream())
                .filter(PacketScanner.Found::whole)
                .findFirst()
                .flatMap(found -> Packet.read(found.raw()));
    }

    static byte[] inverted(byte[] bytes) {
        byte[] inverted = bytes.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return inverted;
    }

    static byte[] bytes(int... numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }
}
