package org.menfang.hub.open;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.menfang.wire.GateIdentity;

/// Keeps how long each gate was online, by day.
public interface UptimeStore {
    /// What was seen of one gate on one day of the compound's calendar.
    ///
    /// @param watchedMillis how long the hub itself was there to see
    /// @param onlineMillis how long of it the gate was online
    record Day(GateIdentity gate, LocalDate day, long watchedMillis, long onlineMillis) {}

    /// Adds to what is kept; all or nothing.
    void add(Collection<Day> seen);

    /// All days of all gates in a span, both ends included.
    List<Day> between(LocalDate from, LocalDate to);

    /// Forgets days before one.
    void forgetBefore(LocalDate day);
}
