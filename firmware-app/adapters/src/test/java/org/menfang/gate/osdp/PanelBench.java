package org.menfang.gate.osdp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.vocabulary.ReaderId;

/// A panel and the readers of its line, in a time that only moves when it is told to. An answer is
/// there two milliseconds after its command.
final class PanelBench implements ReaderListener {
    private static final Duration ANSWER_TAKES = Duration.ofMillis(2);

    final InMemoryKeyShelf keys = new InMemoryKeyShelf();
    final List<String> told = new ArrayList<>();
    final List<byte[]> sent = new ArrayList<>();
    final List<MonotonicTime> sentAt = new ArrayList<>();
    final OsdpPanel panel;
    private final LineParts shared;
    private final Map<Integer, ScriptedReader> readers = new HashMap<>();
    private Line line = answer -> answer;
    private MonotonicTime now = MonotonicTime.START;
    private int randoms;

    /// What becomes of an answer on its way; nothing where it is lost.
    @FunctionalInterface
    interface Line {
        byte @Nullable [] pass(byte[] answer);
    }

    PanelBench() {
        shared =
                new LineParts(
                        OsdpTimings.STANDARD,
                        9600,
                        keys,
                        this::random,
                        this,
                        (reader, status) -> told.add(words(reader, status)));
        panel = new OsdpPanel(shared);
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        bytes[0] = (byte) ++randoms;
        return bytes;
    }

    private static String words(ReaderId reader, ReaderStatus status) {
        return reader
                + (status.online() ? " online" : "")
                + (status.installing() ? " installing" : "")
                + (status.fault() == null ? "" : " " + status.fault())
                + (status.tamper() ? " tamper" : "")
                + (status.powerFailed() ? " power" : "")
                + (status.inputs().isEmpty() ? "" : " in" + status.inputs());
    }

    /// A reader that the site file names.
    PanelBench plan(String reader, int address) {
        panel.with(new PanelReader(new ReaderId(reader), address, shared));
        return this;
    }

    /// A reader on the line.
    ScriptedReader connect(int address, ScriptedReader reader) {
        readers.put(address, reader);
        return reader;
    }

    void unplug(int address) {
        readers.remove(address);
    }

    /// What the line does with each answer.
    void line(Line change) {
        line = change;
    }

    MonotonicTime now() {
        return now;
    }

    PanelBench run(Duration length) {
        MonotonicTime end = now.plus(length);
        while (now.isBefore(end)) {
            byte[] packet = panel.send(now).orElse(null);
            if (packet != null) {
                sent.add(packet);
                sentAt.add(now);
                answer(packet);
            } else {
                now = MonotonicTime.earliest(end, panel.wakeAt());
            }
        }
        return this;
    }

    private void answer(byte[] packet) {
        ScriptedReader reader = readers.get(packet[2] & 0x7F);
        byte[] answer = reader == null ? null : line.pass(reader.answer(packet));
        if (answer != null) {
            now = now.plus(ANSWER_TAKES);
            panel.received(now, answer, answer.length);
        }
    }

    @Override
    public void onCard(ReaderId reader, CardBits bits) {
        told.add(reader + " card " + bits.bits());
    }

    @Override
    public void onKey(ReaderId reader, Key key) {
        told.add(reader + " key " + key);
    }

    @Override
    public void onText(ReaderId reader, String text) {
        told.add(reader + " text " + text);
    }
}
