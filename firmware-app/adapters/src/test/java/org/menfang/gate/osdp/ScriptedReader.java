package org.menfang.gate.osdp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The other end of a line in tests: answers the handshake by the book, and from then on what it is
/// told to. It knows nothing of time and of lines.
final class ScriptedReader {
    private static final byte[] RANDOM = HexFormat.of().parseHex("A0A1A2A3A4A5A6A7");

    final List<String> heard = new ArrayList<>();
    final List<Integer> sequences = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private BaseKey key;
    private boolean knowsDefault;
    private @Nullable SessionKeys keys;
    private byte[] replyMac = {};
    private byte[] last = {};
    private int lastSequence = -1;

    ScriptedReader(BaseKey key) {
        this.key = key;
    }

    /// It has the key of its maker.
    static ScriptedReader fresh() {
        ScriptedReader reader = new ScriptedReader(BaseKey.DEFAULT);
        reader.knowsDefault = true;
        return reader;
    }

    /// What it answers to the next polls: the code and the data in hexadecimal digits.
    ScriptedReader then(String... codeAndData) {
        answers.addAll(List.of(codeAndData));
        return this;
    }

    BaseKey key() {
        return key;
    }

    byte[] answer(byte[] line) {
        OsdpPacket packet = new PacketReader().take(line, line.length).getFirst();
        if (packet.sequence() == lastSequence && packet.sequence() != 0) {
            return last;
        }
        lastSequence = packet.sequence();
        sequences.add(packet.sequence());
        last = answerTo(packet);
        return last;
    }

    private byte[] answerTo(OsdpPacket packet) {
        SecurityBlock security = packet.security();
        if (security == null) {
            heard.add(Integer.toHexString(packet.code()));
            return clear(packet, null, 0x45, new byte[12]);
        }
        return switch (security.type()) {
            case CHALLENGE -> challenged(packet, security.keySet());
            case PROOF -> proved(packet);
            default -> opened(packet);
        };
    }

    private byte[] challenged(OsdpPacket packet, int keySet) {
        if (keySet == SecurityBlock.DEFAULT_KEY && !knowsDefault) {
            return clear(packet, null, 0x41, new byte[] {5});
        }
        keys = SessionKeys.of(keySet == 0 ? BaseKey.DEFAULT : key, packet.data());
        byte[] data = Arrays.copyOf(new byte[8], 32);
        System.arraycopy(RANDOM, 0, data, 8, 8);
        System.arraycopy(keys().cryptogram(packet.data(), RANDOM), 0, data, 16, 16);
        return clear(packet, new SecurityBlock(SecurityBlock.Type.CRYPTOGRAM, keySet), 0x76, data);
    }

    private byte[] proved(OsdpPacket packet) {
        replyMac = keys().firstMac(packet.data());
        return clear(packet, new SecurityBlock(SecurityBlock.Type.FIRST_MAC, 1), 0x78, replyMac);
    }

    private byte[] opened(OsdpPacket packet) {
        byte[] commandMac = keys().mac(replyMac, packet.bytes());
        byte[] data = plain(packet);
        heard.add(Integer.toHexString(packet.code()) + ":" + HexFormat.of().formatHex(data));
        if (packet.code() == 0x75) {
            key = new BaseKey(Arrays.copyOfRange(data, 2, 18));
            knowsDefault = false;
        }
        String answer =
                switch (packet.code()) {
                    case 0x60 -> answers.isEmpty() ? "40" : answers.remove();
                    case 0x61 -> "45AABBCC010204030201010203";
                    case 0x62 -> "46040101050101";
                    case 0x64 -> "480000";
                    case 0x6E -> "54" + HexFormat.of().formatHex(data);
                    default -> "40";
                };
        return sealed(packet, commandMac, HexFormat.of().parseHex(answer));
    }

    private byte[] plain(OsdpPacket packet) {
        if (packet.data().length == 0) {
            return packet.data();
        }
        byte[] plain = keys().encryption().decrypt(inverted(replyMac), packet.data());
        int end = plain.length - 1;
        while (plain[end] == 0) {
            end--;
        }
        return Arrays.copyOf(plain, end);
    }

    private byte[] sealed(OsdpPacket packet, byte[] commandMac, byte[] answer) {
        byte[] data = Arrays.copyOfRange(answer, 1, answer.length);
        SecurityBlock.Type type =
                data.length == 0 ? SecurityBlock.Type.REPLY : SecurityBlock.Type.ENCRYPTED_REPLY;
        byte[] hidden =
                data.length == 0
                        ? data
                        : keys().encryption()
                                .encrypt(inverted(commandMac), SessionKeys.padded(data));
        return OsdpPacket.write(
                head(packet),
                SecurityBlock.of(type),
                answer[0] & 0xFF,
                hidden,
                bytes -> {
                    replyMac = keys().mac(commandMac, bytes);
                    return Arrays.copyOf(replyMac, 4);
                });
    }

    private SessionKeys keys() {
        if (keys == null) {
            throw new IllegalStateException("nobody challenged it");
        }
        return keys;
    }

    static byte[] clear(
            OsdpPacket packet, @Nullable SecurityBlock security, int code, byte[] data) {
        return OsdpPacket.write(head(packet), security, code, data);
    }

    private static OsdpPacket.Head head(OsdpPacket packet) {
        return new OsdpPacket.Head(packet.address(), true, packet.sequence(), PacketCheck.CRC);
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = bytes.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return inverted;
    }
}
