package org.menfang.gate.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.ByteLine;
import org.menfang.gate.hardware.ConnectedReaders;
import org.menfang.gate.hardware.PluggedReader;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.TypedText;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.ReaderId;

/// Readers and scanners that send a line of text for each card or code. They may be unplugged and
/// come back. They have no light that could be switched: nothing is shown.
public final class SerialReaders implements ConnectedReaders {
    /// After so long without a byte a device is asked whether it is still there.
    private static final Duration READ_WAIT = Duration.ofSeconds(1);

    private static final int BUFFER_BYTES = 256;

    private final List<PluggedReader> readers = new ArrayList<>();

    /// Opens a line anew, each time that it is needed.
    interface Opening {
        ByteLine open() throws IOException;
    }

    private SerialReaders() {}

    /// Listens to readers whose connection is a serial one.
    public static SerialReaders connect(List<ReaderPlan> plans, ReaderListener listener) {
        SerialReaders readers = new SerialReaders();
        for (ReaderPlan plan : plans) {
            if (!(plan.connection() instanceof ReaderConnection.Serial(var device, int baud))) {
                throw new IllegalArgumentException(plan.id() + " is no serial reader");
            }
            readers.add(plan, () -> SerialLine.open(device, baud), PluggedReader.AGAIN, listener);
        }
        return readers;
    }

    /// Listens to one reader over whatever line.
    static SerialReaders over(
            ReaderPlan plan, Opening opening, Duration again, ReaderListener listener) {
        SerialReaders readers = new SerialReaders();
        readers.add(plan, opening, again, listener);
        return readers;
    }

    private void add(ReaderPlan plan, Opening opening, Duration again, ReaderListener listener) {
        readers.add(
                PluggedReader.start(
                        plan.id(),
                        () -> new Session(opening.open(), new TypedText(plan, listener)),
                        again,
                        listener));
    }

    @Override
    public void show(ReaderId reader, ReaderFeedback feedback) {}

    @Override
    public boolean areLive() {
        return readers.stream().allMatch(PluggedReader::isLive);
    }

    @Override
    public void close() {
        readers.forEach(PluggedReader::close);
    }

    private record Session(ByteLine line, TypedText typed) implements PluggedReader.Session {
        @Override
        public void listen() throws IOException {
            TextLines lines = new TextLines();
            byte[] bytes = new byte[BUFFER_BYTES];
            while (!Thread.currentThread().isInterrupted()) {
                int count = line.read(bytes, READ_WAIT);
                lines.take(bytes, count).forEach(typed::tell);
            }
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
