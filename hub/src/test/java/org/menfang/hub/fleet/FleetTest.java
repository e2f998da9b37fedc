package org.menfang.hub.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

class FleetTest {
    private static final GateIdentity NORTH = GateJournal.NORTH;
    private static final Instant EPOCH = Instant.parse("2026-11-22T08:00:00Z");

    private final Fleet fleet = new Fleet(Duration.ofSeconds(60));

    @Test
    void a_gate_that_is_known_and_never_heard_is_silent_after_the_time() {
        fleet.remember(NORTH, at(0));
        fleet.beginListening(at(0));
        assertFalse(fleet.fallSilent(at(59)));
        assertTrue(fleet.fallSilent(at(60)));
        assertFalse(fleet.fallSilent(at(61)));
        assertEquals(List.of(NORTH), fleet.silent());
    }

    @Test
    void any_sign_counts_and_the_time_begins_anew() {
        fleet.beginListening(at(0));
        assertTrue(fleet.heard(NORTH, at(10)));
        assertFalse(fleet.heard(NORTH, at(50)));
        assertFalse(fleet.fallSilent(at(109)));
        assertTrue(fleet.fallSilent(at(110)));
        assertTrue(fleet.heard(NORTH, at(120)));
        assertEquals(List.of(), fleet.silent());
    }

    @Test
    void a_will_makes_a_gate_silent_at_once() {
        fleet.beginListening(at(0));
        fleet.lived(NORTH, life(true), at(1));
        assertEquals(1, fleet.onlineCount());
        fleet.lived(NORTH, life(false), at(2));
        assertEquals(0, fleet.onlineCount());
        assertEquals(List.of(NORTH), fleet.silent());
    }

    @Test
    void nobody_is_silent_while_the_hub_itself_hears_nothing() {
        fleet.beginListening(at(0));
        fleet.heard(NORTH, at(10));
        fleet.endListening();
        assertFalse(fleet.fallSilent(at(1_000)));
        fleet.beginListening(at(2_000));
        assertFalse(fleet.fallSilent(at(2_059)));
        assertTrue(fleet.fallSilent(at(2_060)));
    }

    @Test
    void a_snapshot_that_the_broker_had_kept_is_no_sign() {
        fleet.beginListening(at(0));
        fleet.stated(NORTH, state(5_000), true, at(30));
        assertEquals(0, fleet.onlineCount());
        assertTrue(fleet.fallSilent(at(90)));
    }

    @Test
    void an_uptime_is_estimated_from_the_message_that_came_fastest() {
        fleet.stated(NORTH, state(100_000), false, at(10));
        fleet.stated(NORTH, state(105_000), false, at(20));
        UptimeEstimate uptime = fleet.find(NORTH).orElseThrow().said().uptime();
        assertEquals(109_995, uptime == null ? 0 : uptime.uptimeMillis(at(20)));
    }

    @Test
    void an_estimate_that_is_old_falls_behind_instead_of_running_ahead() {
        UptimeEstimate uptime = UptimeEstimate.heard(1, 0, at(0));
        assertEquals(86_400_000 - 43_200, uptime.uptimeMillis(at(86_400)));
    }

    @Test
    void a_new_start_of_the_gate_begins_a_new_estimate() {
        fleet.stated(NORTH, state(100_000), false, at(10));
        GateLife birth = new GateLife(true, "1", 2, 500, 0, 0);
        fleet.lived(NORTH, birth, at(20));
        UptimeEstimate uptime = fleet.find(NORTH).orElseThrow().said().uptime();
        assertEquals(UptimeEstimate.heard(2, 500, at(20)), uptime);
    }

    private static GateLife life(boolean online) {
        return new GateLife(online, "1", 1, 0, 0, 0);
    }

    private static GateState state(long uptimeMillis) {
        return new GateState(
                "North",
                EPOCH,
                TimeTrust.TRUSTED,
                1,
                uptimeMillis,
                false,
                SiteLevel.NORMAL,
                null,
                null,
                0,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static HubMoment at(long seconds) {
        return new HubMoment(EPOCH.plusSeconds(seconds), seconds * 1000);
    }
}
