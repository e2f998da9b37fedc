package org.menfang.hub.response;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.book.Book;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;

/// The alarms of a month against the norms.
public final class FigurePages implements Section {
    public static final String PAGE = "/alarm-figures";

    private static final Duration HALF_ANSWERED_WITHIN = Duration.ofMinutes(1);
    private static final Duration MOST_ANSWERED_WITHIN = Duration.ofMinutes(3);
    private static final long SECONDS_SHOWN_MAX = 120;
    private static final long MINUTES_SHOWN_MAX = 120;
    private static final long HOURS_SHOWN_MAX = 48;

    private final Book book;
    private final Responses responses;
    private final Supplier<Board> board;

    public FigurePages(Book book, Responses responses, Supplier<Board> board) {
        this.book = book;
        this.responses = responses;
        this.board = board;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PAGE, Right.SEE_BOARD, this::show);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PAGE, "alarms.figures.title", Right.SEE_BOARD));
    }

    /// The whole page.
    ///
    /// @param later the month after, empty if it has not begun
    public record Sheet(
            String month,
            String earlier,
            String later,
            boolean unfinished,
            List<NormLine> norms,
            List<KindLine> kinds,
            List<PointLine> top,
            List<CauseLine> causes) {}

    public record NormLine(String id, String what, String ours, String norm, boolean met) {}

    public record KindLine(
            String name,
            int alarms,
            int raises,
            String answerHalf,
            String answerMost,
            String closeHalf,
            String closeMost) {}

    public record PointLine(String place, String kind, int raises, String share) {}

    public record CauseLine(String name, int count) {}

    private Reply show(Visit visit) {
        YearMonth current = YearMonth.from(visit.now().atZone(visit.zone()));
        YearMonth month = month(visit.query("month"), current);
        Instant from = month.atDay(1).atStartOfDay(visit.zone()).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(visit.zone()).toInstant();
        Instant to = end.isAfter(visit.now()) ? visit.now() : end;
        List<String> compounds = compounds();
        String compound =
                compounds.contains(visit.query("compound")) ? visit.query("compound") : "";
        Predicate<CompoundId> where = each -> compound.isEmpty() || each.value().equals(compound);
        AlarmFigures figures =
                AlarmFigures.of(
                        book.read(() -> AlarmFigures.Known.of(responses, from, where)),
                        from,
                        to,
                        visit.zone());
        Sheet sheet =
                new Sheet(
                        visit.text("alarms.figures.month").replace("{month}", month.toString()),
                        month.minusMonths(1).toString(),
                        month.isBefore(current) ? month.plusMonths(1).toString() : "",
                        month.equals(current),
                        norms(visit, figures),
                        kinds(visit, figures),
                        top(visit, figures),
                        causes(visit, figures));
        return Reply.show(
                "alarms/figures.jte",
                Map.of("sheet", sheet, "compounds", compounds, "compound", compound));
    }

    /// The compounds of the board, by name.
    private List<String> compounds() {
        return board.get().gates().stream()
                .map(gate -> gate.compound().value())
                .distinct()
                .sorted()
                .toList();
    }

    /// Never one that is still to come.
    private static YearMonth month(String asked, YearMonth current) {
        try {
            YearMonth month = asked.isEmpty() ? current : YearMonth.parse(asked);
            return month.isAfter(current) ? current : month;
        } catch (DateTimeException e) {
            return current;
        }
    }

    private static List<NormLine> norms(Visit visit, AlarmFigures figures) {
        List<NormLine> lines = new ArrayList<>();
        long mean = Math.ceilDiv(figures.raises(), figures.days());
        int norm = AlarmFigures.RAISES_A_DAY_MAX;
        lines.add(line(visit, "day-mean", Long.toString(mean), mean <= norm));
        AlarmFigures.WorstDay worst = figures.worstDay();
        if (worst != null) {
            NormLine line =
                    line(
                            visit,
                            "day-worst",
                            Integer.toString(worst.raises()),
                            worst.raises() <= norm);
            String what = line.what().replace("{day}", worst.day().toString());
            lines.add(new NormLine(line.id(), what, line.ours(), line.norm(), line.met()));
        }
        lines.add(count(visit, "floods", figures.floods()));
        lines.add(count(visit, "stale", figures.stale()));
        lines.add(count(visit, "chatter", figures.chatter()));
        AlarmFigures.Times answered = figures.answered();
        lines.add(within(visit, "answer", answered.half(), HALF_ANSWERED_WITHIN));
        lines.add(within(visit, "answer-late", answered.most(), MOST_ANSWERED_WITHIN));
        return lines;
    }

    private static NormLine line(Visit visit, String id, String ours, boolean met) {
        String key = "alarms.figures." + id;
        return new NormLine(id, visit.text(key), ours, visit.text(key + ".norm"), met);
    }

    private static NormLine count(Visit visit, String id, int count) {
        return line(visit, id, Integer.toString(count), count == 0);
    }

    private static NormLine within(
            Visit visit, String id, @Nullable Duration took, Duration limit) {
        return line(visit, id, said(visit, took), took == null || took.compareTo(limit) <= 0);
    }

    private static List<KindLine> kinds(Visit visit, AlarmFigures figures) {
        return figures.byKind().stream()
                .map(each ->
                        new KindLine(
                                visit.text("alarm." + each.kind()),
                                each.alarms(),
                                each.raises(),
                                said(visit, each.answered().half()),
                                said(visit, each.answered().most()),
                                said(visit, each.closed().half()),
                                said(visit, each.closed().most())))
                .toList();
    }

    private List<PointLine> top(Visit visit, AlarmFigures figures) {
        Board now = board.get();
        return figures.top().stream()
                .map(each ->
                        new PointLine(
                                Places.of(now, each.point()),
                                visit.text("alarm." + each.point().kind()),
                                each.raises(),
                                each.percent() + "%"))
                .toList();
    }

    private static List<CauseLine> causes(Visit visit, AlarmFigures figures) {
        return Arrays.stream(CloseCause.values())
                .filter(figures.causes()::containsKey)
                .map(cause ->
                        new CauseLine(
                                visit.text("alarms.cause." + cause),
                                figures.causes().getOrDefault(cause, 0)))
                .toList();
    }

    private static String said(Visit visit, @Nullable Duration took) {
        if (took == null) {
            return visit.text("alarms.figures.nothing");
        }
        if (took.toSeconds() <= SECONDS_SHOWN_MAX) {
            return counted(visit, "alarms.figures.seconds", took.toSeconds());
        }
        if (took.toMinutes() <= MINUTES_SHOWN_MAX) {
            return counted(visit, "alarms.figures.minutes", took.toMinutes());
        }
        return took.toHours() <= HOURS_SHOWN_MAX
                ? counted(visit, "alarms.figures.hours", took.toHours())
                : counted(visit, "alarms.figures.days", took.toDays());
    }

    private static String counted(Visit visit, String key, long count) {
        return visit.text(key).replace("{n}", Long.toString(count));
    }
}
