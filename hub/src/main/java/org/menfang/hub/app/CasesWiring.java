package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.FaultWatch;
import org.menfang.hub.repair.RepairBook;

/// Repairs and incidents, put together.
final class CasesWiring {
    private final RepairBook repairs;
    private final FaultWatch faults;

    CasesWiring(CaseChapters chapters, Book book, Desk desk) {
        repairs = new RepairBook(book, chapters.repairs());
        faults = new FaultWatch(repairs, desk::board);
    }

    /// Where repairs are reported and seen.
    RepairBook repairs() {
        return repairs;
    }

    List<Section> sections() {
        return List.of();
    }

    List<Timed> timed() {
        return List.of(faults);
    }
}
