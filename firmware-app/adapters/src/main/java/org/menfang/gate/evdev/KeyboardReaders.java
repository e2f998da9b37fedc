package org.menfang.gate.evdev;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.ConnectedReaders;
import org.menfang.gate.hardware.PluggedReader;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.TypedText;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.ReaderId;

/// USB readers that type what they read. They may be unplugged and come back. They have no light
/// that could be switched: nothing is shown.
public final class KeyboardReaders implements ConnectedReaders {
    private final List<PluggedReader> readers = new ArrayList<>();

    private KeyboardReaders() {}

    /// Listens to readers whose connection is a keyboard.
    public static KeyboardReaders connect(List<ReaderPlan> plans, ReaderListener listener) {
        return connect(plans, PluggedReader.AGAIN, listener);
    }

    /// As before.
    ///
    /// @param again after how long a reader that is gone is looked for again
    static KeyboardReaders connect(
            List<ReaderPlan> plans, Duration again, ReaderListener listener) {
        KeyboardReaders readers = new KeyboardReaders();
        for (ReaderPlan plan : plans) {
            if (!(plan.connection() instanceof ReaderConnection.Keyboard(var device))) {
                throw new IllegalArgumentException(plan.id() + " is no keyboard");
            }
            TypedText typed = new TypedText(plan, listener);
            readers.readers.add(
                    PluggedReader.start(
                            plan.id(), () -> EventDevice.open(device, typed), again, listener));
        }
        return readers;
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
}
