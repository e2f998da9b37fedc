package org.menfang.gate.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;

/// What each point tells the controller.
class PointInputsTest {
    @Test
    void each_role_has_its_input_when_active_and_when_not() {
        check(
                """
                north.monitor  active    MonitorChanged[door=north, open=true]
                north.monitor  inactive  MonitorChanged[door=north, open=false]
                north.loop     active    LoopChanged[barrier=north, occupied=true]
                north.loop     inactive  LoopChanged[barrier=north, occupied=false]
                north-out.rex  active    RexPressed[accessPoint=north-out]
                north-out.rex  inactive  nothing
                gate.fire      active    FireChanged[active=true]
                gate.fire      inactive  FireChanged[active=false]
                gate.dark      active    DarknessChanged[dark=true]
                gate.dark      inactive  DarknessChanged[dark=false]
                case.alarm     active    AlarmInputChanged[input=case, active=true]
                case.alarm     inactive  AlarmInputChanged[input=case, active=false]
                lane.current   active    LampCurrentChanged[lamp=lane, flows=true]
                lane.current   inactive  LampCurrentChanged[lamp=lane, flows=false]
                lane.line      active    LampLineChanged[lamp=lane, whole=true]
                lane.line      inactive  LampLineChanged[lamp=lane, whole=false]
                north.lock     active    nothing
                north.lock     inactive  nothing
                lane.lamp      active    nothing
                lane.lamp      inactive  nothing
                yard.siren     active    nothing
                yard.strobe    active    nothing
                """);
    }

    private static void check(String table) {
        table.lines()
                .forEach(row -> {
                    String[] cells = row.split(" +", 3);
                    boolean active = cells[1].equals("active");
                    assertEquals(cells[2], told(point(cells[0]), active), row);
                });
    }

    private static PointName point(String name) {
        String[] parts = name.split("\\.", 2);
        return new PointName(parts[0], PointRole.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    private static String told(PointName point, boolean active) {
        return PointInputs.when(point, active).map(Input::toString).orElse("nothing");
    }
}
