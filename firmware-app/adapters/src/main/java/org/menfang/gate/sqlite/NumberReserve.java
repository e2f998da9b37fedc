package org.menfang.gate.sqlite;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/// Marks the numbers of one run before they are used.
final class NumberReserve {
    private static final Logger LOG = System.getLogger(NumberReserve.class.getName());

    private final @Nullable NumberMark mark;
    private final long boot;
    private boolean told;

    private NumberReserve(@Nullable NumberMark mark, long boot) {
        this.mark = mark;
        this.boot = boot;
    }

    static NumberReserve of(GateDatabase database, long boot) {
        return new NumberReserve(database.mark(), boot);
    }

    /// Numbers up to these are about to be used. A disk that does not take the mark may still take
    /// the events: it is needed only where the database is lost as well.
    void upTo(long events, long alarms) {
        if (mark == null) {
            return;
        }
        try {
            mark.reserve(new NumberMark.Numbers(boot, events, alarms));
            told = false;
        } catch (IOException e) {
            if (!told) {
                LOG.log(Level.WARNING, "the numbers of events cannot be marked as used", e);
            }
            told = true;
        }
    }
}
