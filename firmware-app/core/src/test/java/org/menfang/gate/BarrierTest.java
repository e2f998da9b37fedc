package org.menfang.gate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.site.DoorPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.LockKind;

/// A door that is a barrier: `Unlock` raises its arm, `Lock` brings it down.
class BarrierTest {
    @Test
    void the_arm_comes_down_behind_the_vehicle_once_the_way_is_clear() {
        barrier()
                .run(
                        """
                        1s  open south
                        2s  clear south
                        4s  tick                 -> Lock south
                        7s  close south
                        10s card south 00000001  -> Unlock south
                        11s open south
                        12s under south          -> Unlock south
                        20s clear south
                        21s tick
                        22s tick                 -> Lock south
                        24s close south
                        60s tick
                        """);
    }

    @Test
    void an_arm_on_its_way_down_goes_up_again_when_something_is_under_it() {
        barrier()
                .run(
                        """
                        1s  open south
                        2s  clear south
                        4s  tick                 -> Lock south
                        7s  close south
                        10s card south 00000001  -> Unlock south
                        11s open south
                        14s tick                 -> Unlock south
                        15s tick                 -> Lock south
                        16s under south          -> Unlock south
                        60s tick
                        61s clear south
                        63s tick                 -> Lock south
                        """);
    }

    @Test
    void a_vehicle_before_an_arm_that_lies_does_not_raise_it() {
        barrier()
                .run(
                        """
                        1s  open south
                        2s  clear south
                        4s  tick        -> Lock south
                        7s  close south
                        20s under south
                        60s clear south
                        70s tick
                        """);
    }

    @Test
    void the_arm_stays_up_while_nobody_knows_what_is_under_it_and_when_the_gate_ends() {
        barrier()
                .run(
                        """
                        60s tick
                        61s clear south
                        63s tick -> Lock south
                        64s stop -> Lock north, Unlock south
                        """);
    }

    private static GateScript barrier() {
        return GateScript.runningAt(Samples.NOON, site(), Samples.table())
                .showing(ScriptEffects.Kind.OUTPUT);
    }

    private static Site site() {
        Site plain = Samples.site();
        DoorPlan barrier =
                new DoorPlan(
                        Samples.SOUTH,
                        "车道",
                        LockKind.BARRIER,
                        FailMode.FAIL_SAFE,
                        Samples.timings());
        return new Site(
                plain.compound(),
                plain.gate(),
                plain.name(),
                plain.zone(),
                plain.place(),
                plain.areas(),
                List.of(Samples.strike(), barrier),
                plain.readers(),
                plain.accessPoints(),
                plain.fire(),
                plain.lamps(),
                plain.cameras(),
                plain.alarmInputs(),
                plain.hub(),
                plain.pins());
    }
}
