package org.menfang.gate.wiegand;

import java.util.EnumSet;
import java.util.Set;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.vocabulary.ReaderId;

/// What is wrong with one reader, told once when it begins and once when all of it is over.
final class ReaderTrouble {
    private final ReaderId reader;
    private final ReaderListener listener;
    private final Set<Part> broken = EnumSet.noneOf(Part.class);

    /// What can break by itself.
    enum Part {
        FRAMES,
        LIGHTS
    }

    ReaderTrouble(ReaderId reader, ReaderListener listener) {
        this.reader = reader;
        this.listener = listener;
    }

    synchronized void begins(Part part, String why) {
        boolean first = broken.isEmpty();
        if (broken.add(part) && first) {
            listener.onFailed(reader, why);
        }
    }

    synchronized void ends(Part part) {
        if (broken.remove(part) && broken.isEmpty()) {
            listener.onRecovered(reader);
        }
    }
}
