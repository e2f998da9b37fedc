package org.menfang.sim.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLamp;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.wire.EventBody;

/// What goes wrong at doors, lamps, readers and cameras, what is forged and what people do does
/// what its name says, and goes.
@Timeout(300)
final class HardwareAndPeopleTest {
    private static final Duration NOTICED = Duration.ofSeconds(30);

    @Test
    void a_chattering_contact_ends_with_the_truth() {
        FaultStand stand = new FaultStand(FaultName.CONTACT_CHATTERS).untilItBegins().untilItEnds();
        assertTrue(doors(stand).stream().noneMatch(SimulatedDoor::contactIsOpen));
    }

    @Test
    void a_contact_that_tells_open_of_a_closed_door_raises_an_alarm() {
        FaultStand stand = new FaultStand(FaultName.CONTACT_STUCK);
        for (int times = 0; times < 6; times++) {
            stand.untilItBegins().after(NOTICED);
        }
        assertRaised(stand, AlarmKind.FORCED_OPEN);
    }

    @Test
    void a_stuck_relay_holds_what_the_gate_lets_go_and_moves_again() {
        FaultStand stand = new FaultStand(FaultName.RELAY_STUCK).untilItBegins();
        assertEquals(1, stuck(stand));
        stand.untilItEnds();
        assertEquals(0, stuck(stand));
    }

    private static long stuck(FaultStand stand) {
        return doors(stand).stream().filter(SimulatedDoor::isRelayStuck).count()
                + stand.gate().devices().lamps().values().stream()
                        .filter(SimulatedLamp::isRelayStuck)
                        .count();
    }

    @Test
    void whoever_wants_to_leave_does_so_past_a_stuck_relay() {
        FaultStand stand = new FaultStand(FaultName.LINK_LOST);
        for (SimulatedDoor door : doors(stand)) {
            door.stickRelay();
        }
        stand.gate().devices().exits().values().forEach(exit -> exit.press());
        stand.after(Duration.ofSeconds(1));
        for (SimulatedDoor door : doors(stand)) {
            assertTrue(door.turnHandle().isPresent(), door.id().value());
        }
    }

    @Test
    void a_flooded_reader_is_told() {
        FaultStand stand = new FaultStand(FaultName.READER_FLOOD);
        for (int times = 0; times < 4; times++) {
            stand.untilItBegins().after(Duration.ofMinutes(2));
        }
        assertRaised(stand, AlarmKind.READER_FLOODED);
    }

    @Test
    void a_lost_camera_is_told_and_comes_back() {
        FaultStand stand = new FaultStand(FaultName.CAMERA_LOST).untilItBegins().after(NOTICED);
        boolean lastsOn = failing(stand);
        stand.untilItEnds();
        assertFalse(failing(stand));
        assertTrue(lastsOn || !stand.weather().isFair(null, Duration.ofMinutes(1)));
        assertRaised(stand, AlarmKind.CAMERA_LOST);
    }

    private static boolean failing(FaultStand stand) {
        return stand.gate().devices().cameras().values().stream()
                .anyMatch(camera -> camera.state() != SimulatedCamera.State.WORKING);
    }

    @Test
    void in_a_fire_every_lock_lets_go() {
        FaultStand stand = new FaultStand(FaultName.FIRE).untilItBegins();
        stand.after(Duration.ofSeconds(5));
        assertTrue(doors(stand).stream().noneMatch(SimulatedDoor::lockHolds));
        stand.untilItEnds();
        assertRaised(stand, AlarmKind.FIRE);
    }

    @Test
    void forged_rules_are_refused_and_told() {
        FaultStand stand = new FaultStand(FaultName.RULES_FORGED);
        for (int times = 0; times < 4; times++) {
            stand.untilItBegins().after(NOTICED);
        }
        assertEquals(0, stand.gate().rules().version());
        assertRaised(stand, AlarmKind.RULES_REFUSED);
    }

    @Test
    void forged_commands_open_nothing() {
        FaultStand stand = new FaultStand(FaultName.COMMANDS_FORGED);
        for (int times = 0; times < 10; times++) {
            stand.untilItBegins().after(NOTICED);
        }
        assertTrue(
                stand.events().stream()
                        .noneMatch(event -> event.body() instanceof EventBody.DoorModeChanged));
        assertTrue(bodies(stand, body -> body instanceof EventBody.CommandAnswered) > 0);
    }

    @Test
    void garbage_comes_on_every_topic_and_all_goes_on() {
        FaultStand stand = new FaultStand(FaultName.GARBAGE);
        List<String> topics = new ArrayList<>();
        for (int times = 0; times < 40; times++) {
            stand.untilItBegins();
        }
        stand.compound().broker().tap((topic, _) -> topics.add(topic));
        stand.after(Duration.ofMinutes(15));
        assertTrue(stand.gate().faults().isEmpty(), stand.gate().faults().toString());
        assertTrue(stand.atGate() - stand.atHub() <= 3, stand.atHub() + " of " + stand.atGate());
        assertNotEquals(List.of(), topics);
    }

    @Test
    void people_do_what_they_should_not() {
        assertEquals("lost", first(FaultName.CARDS_LOST));
        assertEquals("copied at main", first(FaultName.CARDS_CLONED));
        assertEquals("slipped through at main", first(FaultName.TAILGATING));
        FaultStand stand = new FaultStand(FaultName.CARDS_LENT).untilItBegins().untilItEnds();
        assertEquals(List.of("lent", "given back"), stand.town().done());
    }

    private static String first(FaultName fault) {
        return new FaultStand(fault).untilItBegins().after(NOTICED).town().done().getFirst();
    }

    private static List<SimulatedDoor> doors(FaultStand stand) {
        return List.copyOf(stand.gate().devices().doors().values());
    }

    private static long bodies(FaultStand stand, Predicate<EventBody> wanted) {
        return stand.events().stream().filter(event -> wanted.test(event.body())).count();
    }

    private static void assertRaised(FaultStand stand, AlarmKind kind) {
        assertTrue(
                bodies(
                                stand,
                                body ->
                                        body instanceof EventBody.AlarmRaised raised
                                                && raised.kind() == kind)
                        > 0,
                "no alarm " + kind);
    }
}
