package org.menfang.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.DoorTimings;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.LockKind;

/// A lane for vehicles beside the doors of a site: a barrier with a loop, and a button for it in
/// the gatehouse.
public final class CarLane {
    public static final DoorId BARRIER = new DoorId("car-lane");
    public static final AccessPointId BUTTON = new AccessPointId("car-lane-button");

    private static final DoorTimings TIMINGS =
            new DoorTimings(
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(8),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(2),
                    Duration.ZERO);
    private static final int FIRST_LINE = 40;
    private static final Duration DEBOUNCE = Duration.ofMillis(50);

    private CarLane() {}

    /// The same site with a lane; its lines are the ones that a site of doors leaves free.
    public static Site beside(Site site) {
        List<DoorPlan> doors = new ArrayList<>(site.doors());
        doors.add(new DoorPlan(BARRIER, "车道道闸", LockKind.BARRIER, FailMode.FAIL_SAFE, TIMINGS));
        List<AccessPointPlan> points = new ArrayList<>(site.accessPoints());
        points.add(new AccessPointPlan(BUTTON, BARRIER, area(site, false), area(site, true), null));
        List<PinPlan> pins = new ArrayList<>(site.pins());
        int line = FIRST_LINE;
        pins.add(pin(PointName.lock(BARRIER), line++, PinPlan.Pull.NONE, Duration.ZERO));
        pins.add(pin(PointName.monitor(BARRIER), line++, PinPlan.Pull.UP, DEBOUNCE));
        pins.add(pin(PointName.loop(BARRIER), line++, PinPlan.Pull.UP, DEBOUNCE));
        pins.add(pin(PointName.rex(BUTTON), line, PinPlan.Pull.UP, DEBOUNCE));
        return new Site(
                site.compound(),
                site.gate(),
                site.name(),
                site.zone(),
                site.place(),
                site.areas(),
                doors,
                site.readers(),
                points,
                site.fire(),
                site.lamps(),
                site.cameras(),
                site.alarmInputs(),
                site.hub(),
                pins,
                site.wiring(),
                site.sirens());
    }

    private static AreaId area(Site site, boolean outside) {
        return site.areas().stream()
                .filter(area -> area.outside() == outside)
                .map(AreaPlan::id)
                .findFirst()
                .orElseThrow();
    }

    private static PinPlan pin(PointName point, int line, PinPlan.Pull pull, Duration debounce) {
        return new PinPlan(point, line, false, pull, debounce);
    }
}
