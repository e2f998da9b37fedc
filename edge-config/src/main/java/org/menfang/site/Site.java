package org.menfang.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.ReaderId;

/// What one gate controls, as its site file says.
///
/// @param name what people call this gate
/// @param zone the time zone of all schedules
/// @param place where the compound lies, for dusk and dawn
/// @param fire the fire input, where one is wired
/// @param hub where the hub is; none for a gate that stands alone
/// @param pins which line each point hangs on
/// @param wiring what hangs on the board besides
/// @param sirens what sounds when somebody is in danger
public record Site(
        CompoundId compound,
        GateId gate,
        String name,
        ZoneId zone,
        GeographicPlace place,
        List<AreaPlan> areas,
        List<DoorPlan> doors,
        List<ReaderPlan> readers,
        List<AccessPointPlan> accessPoints,
        @Nullable FirePlan fire,
        List<LampPlan> lamps,
        List<CameraPlan> cameras,
        List<AlarmInputPlan> alarmInputs,
        @Nullable HubAddress hub,
        List<PinPlan> pins,
        Wiring wiring,
        List<SirenPlan> sirens) {
    public Site {
        areas = List.copyOf(areas);
        doors = List.copyOf(doors);
        readers = List.copyOf(readers);
        accessPoints = List.copyOf(accessPoints);
        lamps = List.copyOf(lamps);
        cameras = List.copyOf(cameras);
        alarmInputs = List.copyOf(alarmInputs);
        pins = List.copyOf(pins);
        sirens = List.copyOf(sirens);
    }

    /// One without sirens.
    public Site(
            CompoundId compound,
            GateId gate,
            String name,
            ZoneId zone,
            GeographicPlace place,
            List<AreaPlan> areas,
            List<DoorPlan> doors,
            List<ReaderPlan> readers,
            List<AccessPointPlan> accessPoints,
            @Nullable FirePlan fire,
            List<LampPlan> lamps,
            List<CameraPlan> cameras,
            List<AlarmInputPlan> alarmInputs,
            @Nullable HubAddress hub,
            List<PinPlan> pins,
            Wiring wiring) {
        this(
                compound,
                gate,
                name,
                zone,
                place,
                areas,
                doors,
                readers,
                accessPoints,
                fire,
                lamps,
                cameras,
                alarmInputs,
                hub,
                pins,
                wiring,
                List.of());
    }

    /// One with nothing beside the board, and without sirens.
    public Site(
            CompoundId compound,
            GateId gate,
            String name,
            ZoneId zone,
            GeographicPlace place,
            List<AreaPlan> areas,
            List<DoorPlan> doors,
            List<ReaderPlan> readers,
            List<AccessPointPlan> accessPoints,
            @Nullable FirePlan fire,
            List<LampPlan> lamps,
            List<CameraPlan> cameras,
            List<AlarmInputPlan> alarmInputs,
            @Nullable HubAddress hub,
            List<PinPlan> pins) {
        this(
                compound,
                gate,
                name,
                zone,
                place,
                areas,
                doors,
                readers,
                accessPoints,
                fire,
                lamps,
                cameras,
                alarmInputs,
                hub,
                pins,
                Wiring.PLAIN);
    }

    /// The same for another gate of the compound.
    public Site of(GateId other) {
        return new Site(
                compound,
                other,
                name,
                zone,
                place,
                areas,
                doors,
                readers,
                accessPoints,
                fire,
                lamps,
                cameras,
                alarmInputs,
                hub,
                pins,
                wiring,
                sirens);
    }

    /// The line of a point; empty where it has none.
    public Optional<PinPlan> pin(PointName point) {
        return pins.stream().filter(pin -> pin.point().equals(point)).findFirst();
    }

    public Optional<DoorPlan> door(DoorId id) {
        return doors.stream().filter(door -> door.id().equals(id)).findFirst();
    }

    public Optional<AccessPointPlan> accessPoint(AccessPointId id) {
        return accessPoints.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /// The access point that a reader serves.
    public Optional<AccessPointPlan> accessPointOf(ReaderId reader) {
        return accessPoints.stream().filter(point -> reader.equals(point.reader())).findFirst();
    }
}
