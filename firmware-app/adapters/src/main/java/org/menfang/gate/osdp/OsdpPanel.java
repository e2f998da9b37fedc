package org.menfang.gate.osdp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.vocabulary.ReaderId;

/// The control panel of one line: asks one reader at a time, and waits for its answer before it
/// asks the next one.
///
/// It owns no thread and no clock. Whoever drives it sends what {@link #send} answers, hands over
/// what arrives, and comes back at {@link #wakeAt}.
final class OsdpPanel {
    /// Sent ahead of each packet, so that the line is driven before it matters.
    private static final byte MARK = (byte) 0xFF;

    private final OsdpTimings timings;
    private final int baud;
    private final List<PanelReader> readers = new ArrayList<>();
    private final PacketReader packets = new PacketReader();
    private @Nullable PanelReader waitingFor;
    private MonotonicTime answerBy = MonotonicTime.NEVER;
    private MonotonicTime answerEnd = MonotonicTime.NEVER;
    private MonotonicTime probeAt = MonotonicTime.START;

    OsdpPanel(LineParts shared) {
        timings = shared.timings();
        baud = shared.baud();
    }

    OsdpPanel with(PanelReader reader) {
        readers.add(reader);
        return this;
    }

    /// What came of asking that a reader be given a key.
    enum Installing {
        BEGUN,
        /// Another reader of the line has the address where it is to be found.
        ADDRESS_TAKEN,
        /// Nobody knows how fast the line is, which a reader has to be told with its address.
        BAUD_UNKNOWN
    }

    Installing beginInstall(MonotonicTime now, ReaderId id, OptionalInt foundAt) {
        PanelReader reader = reader(id).orElseThrow();
        if (foundAt.isPresent()) {
            int address = foundAt.getAsInt();
            if (readers.stream().anyMatch(at -> at != reader && at.address() == address)) {
                return Installing.ADDRESS_TAKEN;
            }
            if (baud == 0) {
                return Installing.BAUD_UNKNOWN;
            }
        }
        stopWaitingFor(reader);
        reader.beginInstall(now, foundAt);
        return Installing.BEGUN;
    }

    void endInstall(MonotonicTime now, ReaderId id) {
        PanelReader reader = reader(id).orElseThrow();
        stopWaitingFor(reader);
        reader.endInstall(now);
    }

    void show(MonotonicTime now, ReaderId id, ReaderFeedback feedback) {
        reader(id).orElseThrow().show(now, feedback);
    }

    /// Drives an output of a reader; whether it was asked.
    boolean drive(MonotonicTime now, ReaderId id, int output, boolean on) {
        return reader(id).orElseThrow().ask(now, new PanelCommand.SetOutput(output, on));
    }

    /// The next bytes to send; empty if there are none now.
    Optional<byte[]> send(MonotonicTime now) {
        timeIsDue(now);
        if (waitingFor != null) {
            return Optional.empty();
        }
        Optional<PanelReader> due = due(now);
        due.ifPresent(reader -> {
            if (reader.isAbsent()) {
                probeAt = now.plus(timings.probeEvery());
            }
            packets.end();
            waitingFor = reader;
            answerBy = now.plus(timings.replyWait());
            answerEnd = now.plus(timings.replyMax());
        });
        return due.map(reader -> marked(reader.next()));
    }

    private Optional<PanelReader> due(MonotonicTime now) {
        return readers.stream()
                .filter(reader -> !now.isBefore(dueAt(reader)))
                .min(Comparator.comparing(PanelReader::dueAt));
    }

    /// While others are there, the line looks for absent readers one at a time and seldom: each
    /// look costs the time of many answers.
    private MonotonicTime dueAt(PanelReader reader) {
        boolean canWait = reader.isAbsent() && probeAt.compareTo(reader.dueAt()) > 0;
        return canWait && !readers.stream().allMatch(PanelReader::isAbsent)
                ? probeAt
                : reader.dueAt();
    }

    private static byte[] marked(byte[] packet) {
        byte[] marked = new byte[packet.length + 1];
        marked[0] = MARK;
        System.arraycopy(packet, 0, marked, 1, packet.length);
        return marked;
    }

    /// Takes what arrived.
    void received(MonotonicTime now, byte[] bytes, int count) {
        if (waitingFor == null) {
            return;
        }
        packets.take(bytes, count).forEach(packet -> offer(now, packet));
        MonotonicTime more = now.plus(timings.byteWait());
        answerBy = MonotonicTime.earliest(answerEnd, answerBy.isBefore(more) ? more : answerBy);
    }

    /// Goes on without an answer that did not come, and ends what has lasted long enough.
    void timeIsDue(MonotonicTime now) {
        if (waitingFor != null && !now.isBefore(answerBy)) {
            packets.end().forEach(packet -> offer(now, packet));
            if (waitingFor != null) {
                waitingFor.missed(now);
                waitingFor = null;
            }
        }
        readers.forEach(reader -> {
            if (!now.isBefore(reader.wakeAt())) {
                stopWaitingFor(reader);
                reader.timeIsDue(now);
            }
        });
    }

    private void offer(MonotonicTime now, OsdpPacket packet) {
        PanelReader reader = waitingFor;
        if (reader != null
                && packet.isReply()
                && packet.address() == reader.address()
                && reader.heard(now, packet)) {
            waitingFor = null;
        }
    }

    private void stopWaitingFor(PanelReader reader) {
        if (waitingFor == reader) {
            waitingFor = null;
        }
    }

    boolean isWaiting() {
        return waitingFor != null;
    }

    /// When {@link #send} is to be called again, if nothing arrives before.
    MonotonicTime wakeAt() {
        MonotonicTime nearest = waitingFor == null ? MonotonicTime.NEVER : answerBy;
        for (PanelReader reader : readers) {
            nearest = MonotonicTime.earliest(nearest, reader.wakeAt());
            if (waitingFor == null) {
                nearest = MonotonicTime.earliest(nearest, dueAt(reader));
            }
        }
        return nearest;
    }

    void lineIsGone() {
        waitingFor = null;
        readers.forEach(PanelReader::lineIsGone);
    }

    void lineIsBack(MonotonicTime now) {
        readers.forEach(reader -> reader.lineIsBack(now));
    }

    /// How many bytes came that belonged to no packet.
    long skippedBytes() {
        return packets.skippedBytes();
    }

    List<PanelReader> readers() {
        return List.copyOf(readers);
    }

    private Optional<PanelReader> reader(ReaderId id) {
        return readers.stream().filter(reader -> reader.id().equals(id)).findFirst();
    }
}
