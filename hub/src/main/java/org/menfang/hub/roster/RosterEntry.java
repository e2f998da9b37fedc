package org.menfang.hub.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.OperatorName;

/// What was decided about shifts, and who signed for them.
public sealed interface RosterEntry extends EntryBody {
    /// @param from the first day on which shifts begin at these times
    record TimesSet(LocalDate from, LocalTime early, LocalTime late, LocalTime night)
            implements RosterEntry {}

    /// Who works in a shift of every week.
    ///
    /// @param from the first day on which it holds
    record WeekPlanned(LocalDate from, DayOfWeek day, Shift shift, Crew crew)
            implements RosterEntry {}

    /// One shift of one day is worked by others than planned.
    record DayChanged(LocalDate date, Shift shift, Crew crew) implements RosterEntry {}

    /// One shift of one day is worked as planned again.
    record DayRestored(LocalDate date, Shift shift) implements RosterEntry {}

    /// Somebody of a shift asks another person to work in their place.
    ///
    /// @param backDate the shift of the other one that the asker works in return; none for a favour
    record SwapAsked(
            long swap,
            LocalDate date,
            Shift shift,
            OperatorName with,
            @Nullable LocalDate backDate,
            @Nullable Shift backShift)
            implements RosterEntry {}

    /// The other person agreed; from now on the roster says so.
    record SwapAgreed(long swap) implements RosterEntry {}

    /// The other person declined, or the asker withdrew.
    record SwapEnded(long swap) implements RosterEntry {}

    /// A hand-over was filled in.
    ///
    /// @param date with `shift`, the shift that leaves
    /// @param nextDate with `nextShift`, the shift that comes
    record HandOverBegun(
            long number,
            LocalDate date,
            Shift shift,
            LocalDate nextDate,
            Shift nextShift,
            List<HandOverItem> items)
            implements RosterEntry {
        public HandOverBegun {
            items = List.copyOf(items);
        }
    }

    /// One side signed. With both, the coming shift answers.
    ///
    /// @param since what has come since the hand-over was filled in
    record HandOverSigned(long number, Side side, String note, List<HandOverItem> since)
            implements RosterEntry {
        public HandOverSigned {
            since = List.copyOf(since);
        }
    }
}
