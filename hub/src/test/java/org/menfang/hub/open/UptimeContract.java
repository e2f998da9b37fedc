package org.menfang.hub.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.hub.open.UptimeStore.Day;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.GateIdentity;

/// What every store of uptime does.
public abstract class UptimeContract {
    private static final GateIdentity EAST =
            new GateIdentity(new CompoundId("xinghua"), new GateId("east"));
    private static final GateIdentity WEST =
            new GateIdentity(new CompoundId("xinghua"), new GateId("west"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    protected abstract UptimeStore store();

    @Test
    void what_is_seen_of_a_day_adds_up() {
        UptimeStore store = store();
        store.add(List.of(new Day(EAST, MONDAY, 60, 50), new Day(WEST, MONDAY, 60, 0)));
        store.add(List.of(new Day(EAST, MONDAY, 40, 40)));
        store.add(List.of(new Day(EAST, MONDAY.plusDays(1), 7, 7)));
        assertEquals(
                List.of(new Day(EAST, MONDAY, 100, 90), new Day(WEST, MONDAY, 60, 0)),
                store.between(MONDAY, MONDAY));
        assertEquals(3, store.between(MONDAY, MONDAY.plusDays(1)).size());
    }

    @Test
    void old_days_are_forgotten() {
        UptimeStore store = store();
        store.add(List.of(new Day(EAST, MONDAY, 60, 50), new Day(EAST, MONDAY.plusDays(1), 1, 1)));
        store.forgetBefore(MONDAY.plusDays(1));
        assertEquals(
                List.of(new Day(EAST, MONDAY.plusDays(1), 1, 1)),
                store.between(MONDAY, MONDAY.plusDays(9)));
    }
}
