package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.Limits;
import org.menfang.gate.rule.AccessTable;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DoorId;
import org.menfang.wire.EventBody;

/// A reader that delivers noise a thousand times a second, in virtual time: whoever wants to leave
/// does not wait for it.
@Timeout(60)
final class FloodedReaderTest {
    private static final int READS = 10_000;
    private static final Duration SPACING = Duration.ofMillis(1);

    /// From the finger on the button to the bolt that has moved.
    private static final Duration ANSWER_MAX = Duration.ofMillis(100);

    private final VirtualGate gate = new VirtualGate(AccessTable::empty);
    private final SimulatedCompound compound = gate.compound();
    private final Site site = compound.site();

    @BeforeEach
    void begin_the_flood_at_every_reader() {
        gate.run(Duration.ofSeconds(5));
        compound.readers().values().forEach(reader -> reader.flood(READS, SPACING));
        gate.run(Duration.ofSeconds(2));
    }

    @Test
    void an_exit_button_is_answered() {
        for (String exit : List.of("north-out", "clinic-out")) {
            AccessPointId id = new AccessPointId(exit);
            DoorId door = site.accessPoint(id).orElseThrow().door();
            assertTrue(compound.door(door).isSecured());
            Objects.requireNonNull(compound.exits().get(id)).press();
            gate.run(ANSWER_MAX);
            assertFalse(compound.door(door).isSecured(), exit);
        }
    }

    @Test
    void fire_releases_every_door() {
        Objects.requireNonNull(compound.fire()).set(true);
        gate.run(ANSWER_MAX.plus(debounceOfFire()));
        compound.doors().values().forEach(door -> assertFalse(door.isSecured(), door.id()::value));
    }

    @Test
    void the_log_stays_short_and_tells_how_many_there_were() {
        gate.run(Duration.ofMinutes(2));
        assertEquals(List.of(), gate.faults());
        List<EventBody> events = gate.events();
        long denied = count(events, EventBody.AccessDenied.class);
        // A burst, and one each two seconds, at each reader.
        long perReader = Limits.DENIAL_BURST_MAX + READS / 1_000;
        assertTrue(denied <= site.readers().size() * perReader, () -> denied + " denials");
        assertTrue(count(events, EventBody.BadReadsCounted.class) >= site.readers().size());
    }

    private static long count(List<EventBody> events, Class<? extends EventBody> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private Duration debounceOfFire() {
        return site.pins().stream()
                .filter(pin -> site.fire() != null && pin.point().toString().endsWith("fire"))
                .findFirst()
                .orElseThrow()
                .debounce();
    }
}
