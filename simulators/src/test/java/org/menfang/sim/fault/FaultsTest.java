package org.menfang.sim.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.gate.Moment;
import org.menfang.hub.board.AlarmCard;
import org.menfang.sim.compound.VirtualDisk;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody;

/// Each fault does what its name says, and goes.
@Timeout(300)
final class FaultsTest {
    private static final Duration SETTLING = Duration.ofMinutes(12);

    @ParameterizedTest
    @EnumSource(
            value = FaultName.class,
            names = {
                "LINK_LOST",
                "LINK_AWAY",
                "LINK_HALF_OPEN",
                "BROKER_STOPPED",
                "HUB_STORE_FAILS"
            })
    void nothing_comes_to_the_hub_until_it_is_over_and_all_of_it_then(FaultName fault) {
        FaultStand stand = new FaultStand(fault).untilItBegins();
        stand.after(Duration.ofMinutes(1));
        long before = stand.atHub();
        boolean shortOne = stand.weather().isFree(null, EnumSet.of(fault), Duration.ZERO);
        if (!shortOne) {
            stand.untilItEnds();
            assertEquals(before, stand.atHub());
        }
        stand.after(SETTLING);
        assertAllAtHub(stand);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultName.class,
            names = {"LINK_DOUBLES", "LINK_REORDERS", "LINK_SLOW", "BROKER_WIPED", "HUB_CRASH"})
    void all_comes_to_the_hub_after_it(FaultName fault) {
        FaultStand stand = new FaultStand(fault).untilItBegins().untilItEnds().after(SETTLING);
        assertAllAtHub(stand);
    }

    private static void assertAllAtHub(FaultStand stand) {
        assertTrue(stand.atGate() > 10, "the gate wrote something");
        assertTrue(stand.atGate() - stand.atHub() <= 3, stand.atHub() + " of " + stand.atGate());
    }

    @Test
    void a_doubling_link_brings_messages_twice() {
        FaultStand stand = new FaultStand(FaultName.LINK_DOUBLES).untilItBegins();
        List<String> heard = new ArrayList<>();
        stand.compound().broker().tap((topic, payload) -> heard.add(topic + " " + hex(payload)));
        stand.untilItEnds();
        assertTrue(heard.stream().distinct().count() < heard.size());
    }

    private static String hex(byte[] payload) {
        return HexFormat.of().formatHex(payload);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultName.class,
            names = {"DISK_FULL", "DISK_READ_ONLY", "DISK_FAILS"})
    void a_gate_that_cannot_write_says_so_when_it_can(FaultName fault) {
        FaultStand stand = new FaultStand(fault).untilItBegins();
        long before = stand.atGate();
        stand.untilItEnds();
        assertEquals(before, stand.atGate());
        stand.after(SETTLING);
        assertTrue(stand.atGate() > before);
        assertRaised(stand, AlarmKind.STORAGE_FAILED);
    }

    @Test
    void a_disk_that_stalls_holds_everything_up() {
        FaultStand stand = new FaultStand(FaultName.DISK_STALLS).untilItBegins();
        long before = stand.atGate();
        stand.untilItEnds();
        assertEquals(before, stand.atGate());
        assertTrue(stand.after(SETTLING).atGate() > before);
    }

    @Test
    void a_disk_that_lies_loses_what_it_called_durable_and_somebody_is_told() {
        FaultStand stand = new FaultStand(FaultName.DISK_LIES);
        long most = stand.atGate();
        boolean lost = false;
        for (int times = 0; times < 5 && !lost; times++) {
            stand.untilItBegins();
            lost = stand.atGate() < stand.atHub();
            stand.untilItEnds();
        }
        assertTrue(lost && most > 0, "the hub holds more than the gate");
        stand.after(SETTLING);
        assertRaised(stand, AlarmKind.CHAIN_DIVERGED);
        assertDivergenceShown(stand);
    }

    @Test
    void a_disk_that_loses_an_alarm_that_the_hub_holds_is_told_on_the_board() {
        FaultStand stand = new FaultStand(FaultName.DISK_LIES);
        stand.gate().devices().doors().values().iterator().next().force();
        stand.after(Duration.ofMillis(900));
        long alarms = stand.gate().disk().length(EventStream.ALARMS);
        stand.gate().powerOff();
        stand.gate().disk().lieAbout(VirtualDisk.LIES_COMMITS_MAX);
        assertTrue(stand.gate().disk().length(EventStream.ALARMS) < alarms);
        stand.gate().powerOn();
        stand.after(SETTLING);
        assertDivergenceShown(stand);
    }

    private static void assertDivergenceShown(FaultStand stand) {
        List<AlarmKind> shown =
                stand.compound().hub().desk().orElseThrow().board().alarms().stream()
                        .map(AlarmCard::kind)
                        .toList();
        assertTrue(
                shown.contains(AlarmKind.CHAIN_DIVERGED) || shown.contains(AlarmKind.CHAIN_BROKEN),
                "the board shows " + shown);
    }

    @Test
    void a_flipped_bit_is_seen() {
        FaultStand stand = new FaultStand(FaultName.DISK_BIT_FLIP).untilItBegins().untilItEnds();
        long damaged =
                List.of(EventStream.values()).stream()
                        .mapToLong(stream ->
                                LongStream.rangeClosed(1, stand.gate().disk().length(stream))
                                        .filter(seq -> !stand.gate().disk().isWhole(stream, seq))
                                        .count())
                        .sum();
        assertTrue(damaged > 0);
    }

    @Test
    void a_gate_starts_in_1970_and_knows_it() {
        FaultStand stand = new FaultStand(FaultName.CLOCK_1970).untilItBegins();
        Moment now = stand.after(Duration.ofSeconds(24)).gate().clock().now();
        assertTrue(now.wall().isBefore(FaultStand.START.minus(Duration.ofDays(10_000))));
        assertEquals(TimeTrust.UNTRUSTED, now.trust());
        stand.untilItEnds();
        assertTrue(stand.gate().clock().error().isZero());
        assertEquals(TimeTrust.TRUSTED, stand.gate().clock().trust());
    }

    @Test
    void a_clock_steps_and_is_believed() {
        FaultStand stand = new FaultStand(FaultName.CLOCK_STEPS).untilItBegins();
        assertTrue(stand.gate().clock().error().abs().compareTo(Duration.ofSeconds(2)) >= 0);
        assertEquals(TimeTrust.TRUSTED, stand.gate().clock().trust());
        assertTrue(stand.untilItEnds().gate().clock().error().isZero());
    }

    @Test
    void a_clock_drifts() {
        FaultStand stand = new FaultStand(FaultName.CLOCK_DRIFTS).untilItBegins();
        Duration first = stand.gate().clock().error().abs();
        Duration later = stand.after(Duration.ofMinutes(30)).gate().clock().error().abs();
        assertTrue(later.compareTo(first) > 0);
    }

    @Test
    void a_right_clock_is_distrusted() {
        FaultStand stand = new FaultStand(FaultName.CLOCK_DISTRUSTED).untilItBegins();
        assertEquals(TimeTrust.UNTRUSTED, stand.gate().clock().trust());
        assertEquals(TimeTrust.TRUSTED, stand.untilItEnds().gate().clock().trust());
    }

    @Test
    void after_a_power_cut_a_clock_waits_to_be_set() {
        FaultStand stand = new FaultStand(FaultName.POWER_CUT).untilItBegins().untilItEnds();
        stand.after(Duration.ofSeconds(22));
        assertEquals(TimeTrust.UNTRUSTED, stand.gate().clock().trust());
        assertTrue(stand.gate().clock().error().isNegative());
        stand.after(Duration.ofMinutes(5));
        assertEquals(TimeTrust.TRUSTED, stand.gate().clock().trust());
        assertTrue(stand.gate().clock().error().isZero());
    }

    @Test
    void the_hub_crashes_and_comes_back() {
        FaultStand stand = new FaultStand(FaultName.HUB_CRASH).untilItBegins();
        boolean crashed = false;
        for (int times = 0; times < 10 && !crashed; times++) {
            crashed = !stand.after(Duration.ofSeconds(20)).compound().hub().isRunning();
        }
        assertTrue(crashed || !stand.weather().isFair(null, Duration.ofMinutes(4)));
        stand.untilItEnds();
        assertTrue(stand.compound().hub().isRunning());
    }

    @Test
    void a_restored_hub_has_forgotten_and_asks_again() {
        FaultStand stand = new FaultStand(FaultName.HUB_RESTORED);
        stand.compound().hub().backUp();
        long backup = stand.atHub();
        stand.untilItBegins();
        assertEquals(backup, stand.atHub());
        assertFalse(stand.compound().hub().isRunning());
        assertNotEquals(backup, stand.atGate());
        assertAllAtHub(stand.untilItEnds().after(SETTLING));
    }

    private static void assertRaised(FaultStand stand, AlarmKind kind) {
        assertTrue(
                stand.events().stream()
                        .anyMatch(event ->
                                event.body() instanceof EventBody.AlarmRaised raised
                                        && raised.kind() == kind),
                "no alarm " + kind);
    }
}
