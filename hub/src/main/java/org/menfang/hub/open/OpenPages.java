package org.menfang.hub.open;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.print.Printed;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// The public board: a page for every screen, one for the notice board at the gate, and the report
/// of each month.
public final class OpenPages implements Section {
    private static final String ROOT = "/open/board";
    private static final String REPORTS = "/reports";
    private static final int MONTHS_SHOWN = 12;

    private final FactReader facts;
    private final MonthlyReport report;
    private final Book book;
    private final Reports reports;

    public OpenPages(FactReader facts, MonthlyReport report, Book book, Reports reports) {
        this.facts = facts;
        this.report = report;
        this.book = book;
        this.reports = reports;
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(
                new Entrance(ROOT, "open.title", Right.SEE_BOARD),
                new Entrance(REPORTS, "open.reports", Right.SEE_RECORDS));
    }

    @Override
    public void addTo(PageTable table) {
        table.openGet(ROOT, visit -> only(visit, "open/board.jte"));
        table.openGet(ROOT + "/print", visit -> only(visit, "open/print.jte"));
        table.openGet(ROOT + "/{compound}", visit -> one(visit, "open/board.jte"));
        table.openGet(ROOT + "/{compound}/print", visit -> one(visit, "open/print.jte"));
        table.openGet(ROOT + "/{compound}/{month}.pdf", this::publicReport);
        table.get(REPORTS, Right.SEE_RECORDS, this::showReports);
        table.get(REPORTS + "/{compound}/{month}.pdf", Right.SEE_RECORDS, this::loggedReport);
    }

    /// The sheet of the only compound, or a choice where there are several.
    private Reply only(Visit visit, String template) {
        List<CompoundId> all = facts.compounds();
        return all.size() == 1
                ? show(visit, template, all.getFirst())
                : Reply.show(
                        "open/choose.jte",
                        Map.of("compounds", all.stream().map(CompoundId::value).toList()));
    }

    private Reply one(Visit visit, String template) {
        return find(visit)
                .map(compound -> show(visit, template, compound))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_PAGE));
    }

    private Optional<CompoundId> find(Visit visit) {
        String name = visit.path("compound");
        return facts.compounds().stream().filter(each -> each.value().equals(name)).findFirst();
    }

    private Reply show(Visit visit, String template, CompoundId compound) {
        Say say = new Say(visit::text, facts.zone(), facts.names());
        Sheet sheet = SheetMaker.make(say, compound, facts.live(compound, visit.now()));
        return Reply.show(template, Map.of("sheet", sheet, "months", months(visit)));
    }

    private Reply showReports(Visit visit) {
        return Reply.show(
                "open/reports.jte",
                Map.of(
                        "compounds", facts.compounds().stream().map(CompoundId::value).toList(),
                        "months", months(visit),
                        "made", book.read(reports::newest),
                        "zone", visit.zone()));
    }

    /// This month and those before it, the newest first.
    private static List<String> months(Visit visit) {
        List<String> months = new ArrayList<>();
        YearMonth current = current(visit);
        for (int ago = 0; ago < MONTHS_SHOWN; ago++) {
            months.add(current.minusMonths(ago).toString());
        }
        return months;
    }

    private static YearMonth current(Visit visit) {
        return YearMonth.from(visit.now().atZone(visit.zone()));
    }

    private Reply publicReport(Visit visit) {
        return find(visit)
                .flatMap(compound -> month(visit).map(month -> report(visit, compound, month)))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_PAGE));
    }

    /// What is exported by somebody is written down before it leaves.
    private Reply loggedReport(Visit visit) {
        Optional<CompoundId> compound = find(visit);
        Optional<YearMonth> month = month(visit);
        if (compound.isEmpty() || month.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_PAGE);
        }
        Reply reply = report(visit, compound.get(), month.get());
        if (reply instanceof Reply.File file) {
            Outcome written =
                    book.decide(
                            visit.who(),
                            _ ->
                                    Verdict.write(
                                            new ReportEntry.Made(
                                                    compound.get(),
                                                    month.get(),
                                                    Sha256.of(file.bytes()))));
            return written instanceof Outcome.Done ? reply : new Reply.Refused(Problem.INTERNAL);
        }
        return reply;
    }

    private Reply report(Visit visit, CompoundId compound, YearMonth month) {
        return switch (report.print(compound, month, visit.now())) {
            case Printed.Pdf(byte[] bytes) ->
                    new Reply.File(compound + "-" + month + ".pdf", "application/pdf", bytes, true);
            case Printed.NoFont _ -> new Reply.Refused(Problem.NO_FONT);
        };
    }

    /// A month that has begun, of the last ten years.
    private static Optional<YearMonth> month(Visit visit) {
        try {
            YearMonth current = current(visit);
            return Optional.of(YearMonth.parse(visit.path("month")))
                    .filter(month -> !month.isAfter(current))
                    .filter(month -> month.isAfter(current.minusYears(10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
