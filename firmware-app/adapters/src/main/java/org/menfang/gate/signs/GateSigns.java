package org.menfang.gate.signs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A gate at one moment, as it goes over the socket to whoever looks for a fault.
///
/// @param version of the program
/// @param hardware the name by which the hardware was chosen
/// @param wall what its clock says
/// @param upSeconds for how long it has run
/// @param trusted whether it believes its clock
/// @param clockMovedMillis how far the clock was put forward or back since the start, beyond what
///   has passed
/// @param safeMode whether it does only what is needed
/// @param siteRejected whether the site file was bad, so that the last good one stands in
/// @param turnedMillisAgo when it was last through with deciding
/// @param hub none for a gate that stands alone
public record GateSigns(
        String version,
        String hardware,
        Instant wall,
        long upSeconds,
        boolean trusted,
        long clockMovedMillis,
        boolean safeMode,
        boolean siteRejected,
        long turnedMillisAgo,
        StorageSigns storage,
        RulesSigns rules,
        @Nullable HubSigns hub,
        List<LineSigns> lines,
        List<ReaderSigns> readers) {
    public GateSigns {
        lines = List.copyOf(lines);
        readers = List.copyOf(readers);
    }

    /// The journal and its database.
    ///
    /// @param written whether the database is read and written, as it should be
    /// @param trouble why nothing is durable now; empty where all is
    /// @param lastEvent the number of the last event
    public record StorageSigns(boolean written, String trouble, long lastEvent) {}

    /// The rules that decide.
    ///
    /// @param version 0 for none
    public record RulesSigns(long version, int credentials) {}

    /// The way to the hub.
    ///
    /// @param linked whether there is a connection to the broker
    /// @param trouble why the last one was lost; empty where none was
    /// @param hubOnline whether the hub itself was seen
    /// @param eventsWaiting events that the hub is not known to hold
    /// @param alarmsWaiting the same of alarms
    public record HubSigns(
            boolean linked,
            String trouble,
            boolean hubOnline,
            long eventsWaiting,
            long alarmsWaiting) {}
}
