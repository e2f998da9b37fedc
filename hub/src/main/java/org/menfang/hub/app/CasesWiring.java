package org.menfang.hub.app;

import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Book;
import org.menfang.hub.cases.CasePicturePages;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.repair.FaultWatch;
import org.menfang.hub.repair.RepairBook;
import org.menfang.hub.repair.RepairPages;
import org.menfang.hub.repair.RepairSource;
import org.menfang.hub.repair.SlipPages;
import org.menfang.hub.roster.HandOverSource;

/// Repairs and incidents, put together.
final class CasesWiring {
    private final RepairBook repairs;
    private final FaultWatch faults;
    private final List<Section> sections;

    CasesWiring(CaseChapters chapters, Book book, Desk desk, CaseNeeds needs) {
        CasePictures pictures = needs.pictures();
        repairs = new RepairBook(book, chapters.repairs());
        faults = new FaultWatch(repairs, desk::board);
        sections =
                List.of(
                        new RepairPages(repairs, pictures, desk::board),
                        new SlipPages(repairs),
                        new CasePicturePages(pictures));
    }

    /// Where repairs are reported and seen.
    RepairBook repairs() {
        return repairs;
    }

    /// What the next shift has to know.
    HandOverSource handOver() {
        return new RepairSource(repairs);
    }

    List<Section> sections() {
        return sections;
    }

    List<Timed> timed() {
        return List.of(faults);
    }
}
