package org.menfang.sim.device;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.port.Readers;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.SirenId;

/// Everything that hangs on one gate, as its site file says. Only acts of the timeline may touch
/// it, once it runs.
public final class SimulatedCompound {
    private final Site site;
    private final Timeline timeline;
    private final SimulatedChips chips;
    private final Wires wires;
    private final Map<DoorId, SimulatedDoor> doors;
    private final Map<ReaderId, SimulatedReader> readers;
    private final Map<AccessPointId, SimulatedRex> exits;
    private final Map<LampId, SimulatedLamp> lamps;
    private final Map<CameraId, SimulatedCamera> cameras;
    private final Map<AlarmInputId, SimulatedSwitch> alarmInputs;
    private final @Nullable SimulatedSwitch fire;
    private final Map<SirenId, SimulatedSiren> sirens;
    private final @Nullable SimulatedPhotocell photocell;
    private final SimulatedSupply supply;
    private final Crowd crowd = new Crowd();

    /// @param seed what contacts and noise draw their chance from
    public SimulatedCompound(Site site, Timeline timeline, long seed, Wiring wiring) {
        this.site = site;
        this.timeline = timeline;
        chips = new SimulatedChips(site, timeline);
        wires = new Wires(site, chips, timeline);
        doors =
                site.doors().stream()
                        .map(plan ->
                                new SimulatedDoor(
                                        plan, timeline, wires, chance(seed, plan.id().value())))
                        .collect(byId(SimulatedDoor::id));
        readers =
                site.readers().stream()
                        .map(plan ->
                                new SimulatedReader(
                                        plan, timeline, chance(seed, plan.id().value())))
                        .collect(byId(SimulatedReader::id));
        exits =
                site.accessPoints().stream()
                        .filter(AccessPointPlan::isRex)
                        .map(plan ->
                                new SimulatedRex(plan, door(plan.door()), wiring, timeline, wires))
                        .collect(byId(SimulatedRex::id));
        lamps =
                site.lamps().stream()
                        .map(plan -> new SimulatedLamp(plan, timeline, wires))
                        .collect(byId(SimulatedLamp::id));
        cameras =
                site.cameras().stream()
                        .map(SimulatedCamera::new)
                        .collect(byId(SimulatedCamera::id));
        alarmInputs =
                site.alarmInputs().stream()
                        .map(plan ->
                                new SimulatedSwitch(
                                        PointName.alarm(plan.id()), wires, active -> {}))
                        .collect(byId(input -> new AlarmInputId(input.name())));
        fire = site.fire() == null ? null : fireContact(wires, wiring);
        sirens =
                site.sirens().stream()
                        .map(plan -> new SimulatedSiren(plan, wires))
                        .collect(byId(SimulatedSiren::id));
        photocell = wires.wire(PointName.DARK).isPresent() ? new SimulatedPhotocell(wires) : null;
        supply =
                new SimulatedSupply(
                        timeline, switches(AlarmKind.MAINS_LOST), switches(AlarmKind.BATTERY_LOW));
    }

    private List<SimulatedSwitch> switches(AlarmKind kind) {
        return site.alarmInputs().stream()
                .filter(plan -> plan.kind() == kind)
                .flatMap(plan -> Optional.ofNullable(alarmInputs.get(plan.id())).stream())
                .toList();
    }

    private static Chance chance(long seed, String device) {
        return Chance.of(seed, "device " + device);
    }

    private static <K extends Comparable<K>, V> Collector<V, ?, Map<K, V>> byId(Function<V, K> id) {
        return Collectors.collectingAndThen(
                Collectors.toMap(
                        id, Function.identity(), (one, other) -> one, () -> new TreeMap<>()),
                Collections::unmodifiableMap);
    }

    private SimulatedSwitch fireContact(Wires wires, Wiring wiring) {
        return new SimulatedSwitch(
                PointName.FIRE,
                wires,
                burns -> {
                    if (wiring == Wiring.RELEASES_BY_ITSELF) {
                        doors.values().forEach(door -> door.cutHoldingPower(burns));
                    }
                });
    }

    public Site site() {
        return site;
    }

    public Timeline timeline() {
        return timeline;
    }

    /// The board's own chip.
    public GpioChip chip() {
        return chips.chip(PinPlan.BOARD);
    }

    /// All chips of the site by their names. Threads look at those that measure until it is closed.
    public LookedAtChips look() {
        return chips.look();
    }

    /// The wires of an input of the gate.
    ///
    /// @throws IllegalArgumentException if the site wires no input of that name
    public void damage(PointName input, WireDamage damage) {
        wires.wire(input)
                .orElseThrow(() -> new IllegalArgumentException("no input " + input))
                .damage(damage);
    }

    /// What is wrong with the wires of an input; nothing for one that the site does not wire.
    public WireDamage damage(PointName input) {
        return wires.wire(input).map(SimulatedWire::damage).orElse(WireDamage.NONE);
    }

    /// Connects the gate to all readers.
    public Readers connectReaders(ReaderListener listener) {
        readers.values().forEach(reader -> reader.connect(listener));
        return new SimulatedReaders(readers, timeline);
    }

    /// The gate has no power any more: its outputs fall, and nobody answers at its readers. An act
    /// of the timeline, or nobody beside it, must do this.
    public void powerOff() {
        chips.powerOff();
        readers.values().forEach(SimulatedReader::disconnect);
    }

    public Map<DoorId, SimulatedDoor> doors() {
        return doors;
    }

    public Map<ReaderId, SimulatedReader> readers() {
        return readers;
    }

    /// The buttons to leave by.
    public Map<AccessPointId, SimulatedRex> exits() {
        return exits;
    }

    public Map<LampId, SimulatedLamp> lamps() {
        return lamps;
    }

    public Map<CameraId, SimulatedCamera> cameras() {
        return cameras;
    }

    public Map<AlarmInputId, SimulatedSwitch> alarmInputs() {
        return alarmInputs;
    }

    public Map<SirenId, SimulatedSiren> sirens() {
        return sirens;
    }

    /// The photocell, where one is wired.
    public @Nullable SimulatedPhotocell photocell() {
        return photocell;
    }

    public SimulatedSupply supply() {
        return supply;
    }

    /// The fire contact, where one is wired.
    public @Nullable SimulatedSwitch fire() {
        return fire;
    }

    /// Who stands at the doors.
    public Crowd crowd() {
        return crowd;
    }

    /// A door of the site.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public SimulatedDoor door(DoorId id) {
        SimulatedDoor door = doors.get(id);
        if (door == null) {
            throw new IllegalArgumentException("no door " + id);
        }
        return door;
    }

    /// A reader of the site.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public SimulatedReader reader(ReaderId id) {
        SimulatedReader reader = readers.get(id);
        if (reader == null) {
            throw new IllegalArgumentException("no reader " + id);
        }
        return reader;
    }
}
