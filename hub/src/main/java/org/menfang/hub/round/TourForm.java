package org.menfang.hub.round;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Visit;
import org.menfang.hub.roster.FreeText;
import org.menfang.hub.roster.RosterPlanPages;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// The form in which a leader plans a tour: some rows of places and of times, the last ones empty.
public final class TourForm {
    /// How many empty rows the form adds.
    private static final int SPARE_POINTS = 3;

    private static final int SPARE_TIMES = 1;

    private TourForm() {}

    /// One row of the form.
    ///
    /// @param at `gate/access-point`; empty for a code
    /// @param checks one on each line
    public record PointRow(int row, String id, String name, How how, String at, String checks) {}

    public record TimeRow(int row, String from, String minutes, List<DayOfWeek> days) {}

    static List<PointRow> points(@Nullable Tour tour) {
        List<PointRow> rows = new ArrayList<>();
        for (Checkpoint point : tour == null ? List.<Checkpoint>of() : tour.points()) {
            rows.add(
                    new PointRow(
                            rows.size(),
                            point.id(),
                            point.name(),
                            point.how(),
                            point.isAtGate() ? point.gate() + "/" + point.accessPoint() : "",
                            point.checks().stream()
                                    .map(Check::text)
                                    .collect(Collectors.joining("\n"))));
        }
        for (int i = 0; i < SPARE_POINTS && rows.size() < Tour.POINTS_MAX; i++) {
            rows.add(new PointRow(rows.size(), "", "", How.NFC, "", ""));
        }
        return rows;
    }

    static List<TimeRow> times(@Nullable Tour tour) {
        List<TimeRow> rows = new ArrayList<>();
        for (DueTime time : tour == null ? List.<DueTime>of() : tour.times()) {
            rows.add(
                    new TimeRow(
                            rows.size(), time.from().toString(), "" + time.minutes(), time.days()));
        }
        for (int i = 0; i < SPARE_TIMES && rows.size() < Tour.TIMES_MAX; i++) {
            rows.add(new TimeRow(rows.size(), "", "", List.of(DayOfWeek.values())));
        }
        return rows;
    }

    /// What was sent; empty where it has not the form of a tour at all.
    ///
    /// @param before the tour as it was; none for a new one
    static Optional<Tour> read(Visit visit, @Nullable Tour before) {
        try {
            return Optional.of(
                    new Tour(
                            before == null ? "" : before.id(),
                            new CompoundId(visit.field("compound")),
                            FreeText.onOneLine(visit.field("name")),
                            visit.field("order").equals("any"),
                            readPoints(visit, before),
                            readTimes(visit)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Checkpoint> readPoints(Visit visit, @Nullable Tour before) {
        List<Checkpoint> points = new ArrayList<>();
        // Ids are never used again, as codes hang on them.
        String fresh = "p" + Long.toString(visit.now().toEpochMilli(), Character.MAX_RADIX);
        for (int row = 0; row < Tour.POINTS_MAX; row++) {
            String name = FreeText.onOneLine(visit.field("name-" + row));
            if (!name.isEmpty()) {
                String sent = visit.field("id-" + row);
                Optional<Checkpoint> known = before == null ? Optional.empty() : before.point(sent);
                String id = known.isPresent() ? sent : fresh + "-" + row;
                points.add(readPoint(visit, row, id, name, known));
            }
        }
        return points;
    }

    private static Checkpoint readPoint(
            Visit visit, int row, String id, String name, Optional<Checkpoint> known) {
        String[] at = visit.field("at-" + row).split("/", -1);
        How how = How.valueOf(visit.field("how-" + row));
        boolean atGate = at.length == 2 && (how == How.READER || how == How.BUTTON);
        return new Checkpoint(
                id,
                name,
                how,
                atGate ? new GateId(at[0].strip()) : null,
                atGate ? new AccessPointId(at[1].strip()) : null,
                known.map(Checkpoint::codeVersion).orElse(1),
                readChecks(visit.field("checks-" + row)));
    }

    private static List<Check> readChecks(String lines) {
        List<Check> checks = new ArrayList<>();
        for (String line : lines.lines().map(FreeText::onOneLine).toList()) {
            if (!line.isEmpty()) {
                checks.add(new Check("c" + (checks.size() + 1), line));
            }
        }
        return checks;
    }

    private static List<DueTime> readTimes(Visit visit) {
        List<DueTime> times = new ArrayList<>();
        for (int row = 0; row < Tour.TIMES_MAX; row++) {
            Optional<LocalTime> from = RosterPlanPages.time(visit.field("from-" + row));
            String minutes = visit.field("minutes-" + row);
            if (from.isPresent()) {
                times.add(
                        new DueTime(
                                from.get(),
                                minutes.matches("[0-9]{1,4}") ? Integer.parseInt(minutes) : 0,
                                readDays(visit, row)));
            }
        }
        return times;
    }

    private static List<DayOfWeek> readDays(Visit visit, int row) {
        List<String> sent = visit.fields("day-" + row);
        return Arrays.stream(DayOfWeek.values()).filter(day -> sent.contains(day.name())).toList();
    }
}
