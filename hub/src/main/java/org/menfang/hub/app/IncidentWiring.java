package org.menfang.hub.app;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.menfang.hub.book.Book;
import org.menfang.hub.incident.IncidentBook;
import org.menfang.hub.incident.IncidentChoices;
import org.menfang.hub.incident.IncidentExports;
import org.menfang.hub.incident.IncidentPage;
import org.menfang.hub.incident.IncidentPages;
import org.menfang.hub.incident.IncidentPrint;
import org.menfang.hub.incident.Incidents;
import org.menfang.hub.incident.TimelineReader;
import org.menfang.hub.incident.TimelineSource;
import org.menfang.hub.page.Section;
import org.menfang.hub.print.PdfPrinter;
import org.menfang.hub.print.Press;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.web.PrintTemplates;
import org.menfang.vocabulary.OperatorName;

/// Incidents, put together.
final class IncidentWiring {
    /// What the other areas lend.
    ///
    /// @param sources what people did, for time lines
    /// @param operators everybody who has a role
    record Others(
            GraveDesk graves,
            List<TimelineSource> sources,
            Supplier<List<OperatorName>> operators) {}

    private final IncidentBook incidents;
    private final List<Section> sections;

    IncidentWiring(
            Incidents known, Book book, InstantSource clock, OfficeNeeds needs, Others others) {
        CaseNeeds cases = needs.cases();
        incidents = new IncidentBook(book, known, needs.zone());
        TimelineReader timelines = new TimelineReader(cases.records(), others.sources());
        PrintTemplates templates = new PrintTemplates();
        IncidentExports exports =
                new IncidentExports(
                        incidents,
                        timelines,
                        cases::picture,
                        new IncidentPrint(
                                new Press(templates, new PdfPrinter()),
                                templates::text,
                                needs.zone()),
                        cases.key(),
                        cases.copies(),
                        clock);
        exports.registerAt(others.graves());
        sections =
                List.of(
                        new IncidentPages(
                                incidents,
                                new IncidentChoices(
                                        needs.desk()::board, cases.records(), others.operators())),
                        new IncidentPage(
                                incidents,
                                timelines,
                                cases.records(),
                                cases.pictures(),
                                exports,
                                others.graves()));
    }

    /// Where incidents are seen; what must not be cleared away stands there as well.
    IncidentBook incidents() {
        return incidents;
    }

    List<Section> sections() {
        return sections;
    }
}
