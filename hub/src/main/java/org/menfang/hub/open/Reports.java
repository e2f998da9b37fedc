package org.menfang.hub.open;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// Who made which monthly report.
public final class Reports implements Chapter {
    /// How many a page shows; the log has all of them.
    static final int SHOWN_MAX = 50;

    private final Deque<Made> newest = new ArrayDeque<>();

    public record Made(Instant at, OperatorName by, CompoundId compound, YearMonth month) {}

    @Override
    public List<EntryType<?>> types() {
        return List.of(new EntryType<>("open.report-made", ReportEntry.Made.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof ReportEntry.Made made) {
            newest.addFirst(new Made(entry.at(), entry.by(), made.compound(), made.month()));
            if (newest.size() > SHOWN_MAX) {
                newest.removeLast();
            }
        }
    }

    /// The newest first.
    List<Made> newest() {
        return List.copyOf(newest);
    }
}
