package org.menfang.hub.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Visit;

/// Days, times and shifts as people of a team say them.
public final class DayText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);
    private static final DateTimeFormatter EN =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private DayText() {}

    /// As `11月23日 周一`.
    public static String day(Visit visit, LocalDate date) {
        DateTimeFormatter form =
                switch (visit.language()) {
                    case ZH -> ZH;
                    case EN -> EN;
                };
        return form.format(date) + " " + visit.text("patrol.day." + date.getDayOfWeek());
    }

    /// As `07:00`.
    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /// As `11月23日 周一 07:00`.
    public static String at(Visit visit, Instant at) {
        return day(visit, at.atZone(visit.zone()).toLocalDate()) + " " + time(at, visit.zone());
    }

    /// As `11月23日 周一 早班`.
    static String slot(Visit visit, Slot slot) {
        return day(visit, slot.date()) + " " + visit.text("patrol.shift." + slot.shift());
    }

    /// Names in the order in which they are told; a sign for nobody.
    static String people(Visit visit, Iterable<?> names) {
        String comma = visit.language() == Language.ZH ? "、" : ", ";
        String all =
                StreamSupport.stream(names.spliterator(), false)
                        .map(Object::toString)
                        .collect(Collectors.joining(comma));
        return all.isEmpty() ? visit.text("patrol.nobody") : all;
    }
}
