package org.menfang.hub.web;

import java.util.List;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;

/// What a page that comes back has to be told.
///
/// @param inPlaceOfAll whether these are the newest events in place of all that the page has, since
///   it has none or missed too many
record MissedEvents(List<LoggedEvent> newestFirst, boolean inPlaceOfAll) {
    /// How many events a page begins with.
    static final int LOG_EVENTS = 50;

    /// The newest, for a page that begins anew.
    static MissedEvents newest(Desk desk) {
        return new MissedEvents(desk.events(Long.MAX_VALUE, LOG_EVENTS), true);
    }

    /// @param known the number of the last event that the page has; 0 for none
    static MissedEvents since(Desk desk, long known) {
        List<LoggedEvent> newest = desk.events(Long.MAX_VALUE, Desk.EVENTS_MAX);
        boolean whole = newest.size() < Desk.EVENTS_MAX || newest.getLast().number() <= known + 1;
        if (known == 0 || !whole) {
            return newest(desk);
        }
        return new MissedEvents(
                newest.stream().filter(event -> event.number() > known).toList(), false);
    }
}
