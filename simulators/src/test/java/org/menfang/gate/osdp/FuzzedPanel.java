package org.menfang.gate.osdp;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.vocabulary.ReaderId;

/// A panel that waits for a reader with a key, and hears what somebody without that key sends.
/// Nothing of it may ever be told, or make the reader count as online.
public final class FuzzedPanel {
    private static final ReaderId READER = new ReaderId("north-in");
    private static final byte[] RANDOM = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final BaseKey KEY = new BaseKey(new byte[BaseKey.BYTES]);
    private static final int EXCHANGES = 4;
    private static final int ROOM_BYTES = 32;

    private FuzzedPanel() {}

    /// The same bytes come as the answer to each command.
    public static void take(byte[] input) {
        answer(List.of(input, input, input, input));
    }

    /// The first byte is a code, and says how the packet is secured; the rest is its data. It comes
    /// as the answer to each command, with its sequence number and a right CRC.
    public static void framed(byte[] input) {
        if (input.length < 1 || input.length > OsdpPacket.BYTES_MAX - ROOM_BYTES) {
            return;
        }
        int code = input[0] & 0x7F;
        byte[] data = Arrays.copyOfRange(input, 1, input.length);
        ReaderReply.read(code, data);
        boolean isSecured = input[0] < 0;
        answer(
                List.of(
                        packet(0, null, code, data),
                        packet(1, isSecured ? secured(1) : null, code, data),
                        packet(2, isSecured ? secured(3) : null, code, data),
                        packet(3, isSecured ? secured(7) : null, code, data)));
    }

    private static SecurityBlock secured(int type) {
        SecurityBlock.Type[] types = SecurityBlock.Type.values();
        return types[type].hasMac()
                ? SecurityBlock.of(types[type])
                : new SecurityBlock(types[type], SecurityBlock.OWN_KEY);
    }

    private static byte[] packet(
            int sequence, @Nullable SecurityBlock security, int code, byte[] data) {
        return OsdpPacket.write(
                new OsdpPacket.Head(0, true, sequence, PacketCheck.CRC),
                security,
                code,
                data,
                _ -> new byte[OsdpPacket.MAC_BYTES]);
    }

    private static void answer(List<byte[]> answers) {
        OsdpPanel panel = panel();
        MonotonicTime now = MonotonicTime.START;
        for (int i = 0; i < EXCHANGES; i++) {
            panel.send(now);
            panel.received(now, answers.get(i), answers.get(i).length);
            now = now.plus(Duration.ofSeconds(3));
        }
        panel.timeIsDue(now);
        if (panel.readers().getFirst().status().online()) {
            throw new IllegalStateException("a reader without the key is believed");
        }
    }

    private static OsdpPanel panel() {
        LineParts parts =
                new LineParts(
                        OsdpTimings.STANDARD,
                        0,
                        new OneKey(),
                        count -> Arrays.copyOf(RANDOM, count),
                        new Nobody(),
                        (_, _) -> {});
        return new OsdpPanel(parts).with(new PanelReader(READER, 0, parts));
    }

    private static final class OneKey implements KeyShelf {
        @Override
        public Kept of(ReaderId reader) {
            return new Kept(KEY, null, false);
        }

        @Override
        public void propose(ReaderId reader, BaseKey key) {
            throw new IllegalStateException("nobody asked for another key");
        }

        @Override
        public void confirm(ReaderId reader) {
            throw new IllegalStateException("nobody asked for another key");
        }
    }

    /// Must never hear anything.
    private static final class Nobody implements ReaderListener {
        @Override
        public void onCard(ReaderId reader, CardBits bits) {
            throw new IllegalStateException("a card that nobody vouches for");
        }

        @Override
        public void onKey(ReaderId reader, Key key) {
            throw new IllegalStateException("a key that nobody vouches for");
        }

        @Override
        public void onText(ReaderId reader, String text) {
            throw new IllegalStateException("a text that nobody vouches for");
        }
    }
}
