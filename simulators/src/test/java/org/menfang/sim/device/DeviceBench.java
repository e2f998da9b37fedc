package org.menfang.sim.device;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.menfang.gate.CardBits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.CardFormat;
import org.menfang.site.DoorPlan;
import org.menfang.site.DoorTimings;
import org.menfang.site.FirePlan;
import org.menfang.site.GeographicPlace;
import org.menfang.site.LampPlan;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LockKind;
import org.menfang.vocabulary.ReaderId;

/// A maglock, a strike and a lamp on a bench, with somebody who moves their lines.
final class DeviceBench {
    static final int STRIKE_LINE = 1;
    private static final int MAG_LINE = 2;
    private static final int LAMP_LINE = 3;
    private static final LampId YARD = new LampId("yard");

    private final Timeline timeline = Timeline.virtual();
    private final SimulatedCompound compound =
            new SimulatedCompound(site(), timeline, 7, Wiring.RELEASES_BY_ITSELF);
    private final Map<String, GpioChip.OutputLine> outputs = new HashMap<>();
    private final Map<String, List<String>> monitors = new HashMap<>();
    private final Deque<SimulatedDoor.Grip> grips = new ArrayDeque<>();

    DeviceBench() {
        // The strike's line is active low, to have both.
        outputs.put("strike", compound.chip().output(STRIKE_LINE, true));
        outputs.put("mag", compound.chip().output(MAG_LINE, false));
        outputs.put("yard", compound.chip().output(LAMP_LINE, false));
        monitor("strike", 4, Duration.ofMillis(30));
        monitor("mag", 5, Duration.ZERO);
    }

    private void monitor(String door, int line, Duration debounce) {
        List<String> reports = new ArrayList<>();
        monitors.put(door, reports);
        GpioChip.InputLine input =
                compound.chip()
                        .input(
                                line,
                                PinPlan.Pull.UP,
                                debounce,
                                high -> reports.add(high ? "open" : "closed"));
        if (input.isHigh()) {
            throw new IllegalStateException("a closed door reports an open one");
        }
    }

    SimulatedCompound compound() {
        return compound;
    }

    List<String> monitorReports(String door) {
        return Objects.requireNonNull(monitors.get(door));
    }

    void runToMillis(long millis) {
        timeline.runUntil(new MonotonicTime(millis * 1_000_000));
    }

    /// Lets happen what happens at once.
    void settle() {
        timeline.runFor(Duration.ZERO);
    }

    void act(String act) {
        String[] words = act.split(" ", -1);
        switch (words[0]) {
            case "lock" -> drive(words[1], words[2].equals("on") != words[1].equals("strike"));
            case "lamp" -> drive(words[1], words[2].equals("on"));
            case "push" -> door(words[1]).push().ifPresent(grips::push);
            case "handle" -> door(words[1]).turnHandle().ifPresent(grips::push);
            case "force" -> grips.push(door(words[1]).force());
            case "letgo" -> grips.pop().letGo();
            case "rattle" -> door(words[1]).rattle(Duration.ofMillis(Integer.parseInt(words[2])));
            case "rex" ->
                    Objects.requireNonNull(compound.exits().get(new AccessPointId(words[1])))
                            .press();
            case "fire" -> Objects.requireNonNull(compound.fire()).set(words[1].equals("on"));
            case "cut" -> lamp().cutLine();
            case "mend" -> lamp().mendLine();
            case "kill" -> lamp().kill();
            case "replace" -> lamp().replace();
            case "card" -> compound.reader(new ReaderId("reader")).present(new CardBits(words[1]));
            default -> throw new IllegalArgumentException(act);
        }
    }

    private void drive(String output, boolean high) {
        Objects.requireNonNull(outputs.get(output)).drive(high);
    }

    String look(String device) {
        return device.equals("yard") ? lookAtLamp() : lookAtDoor(device);
    }

    private String lookAtDoor(String name) {
        SimulatedDoor door = door(name);
        double opening = door.leaf().opening();
        String leaf = opening == 1 ? "open" : door.leaf().isClosed() ? "closed" : "moving";
        return name + (door.lockHolds() ? " held " : " free ") + leaf;
    }

    private String lookAtLamp() {
        SimulatedLamp lamp = lamp();
        return "yard " + (lamp.isLineCut() ? "cut" : lamp.isBurning() ? "burning" : "dark");
    }

    private SimulatedLamp lamp() {
        return Objects.requireNonNull(compound.lamps().get(YARD));
    }

    private SimulatedDoor door(String name) {
        return compound.door(new DoorId(name));
    }

    private static Site site() {
        AreaId street = new AreaId("street");
        AreaId yard = new AreaId("yard");
        return new Site(
                new CompoundId("bench"),
                new GateId("bench"),
                "Bench",
                ZoneId.of("Asia/Shanghai"),
                new GeographicPlace(31, 121),
                List.of(new AreaPlan(street, "Street", true), new AreaPlan(yard, "Yard", false)),
                List.of(
                        door("strike", LockKind.STRIKE, FailMode.FAIL_SECURE),
                        door("mag", LockKind.MAGLOCK, FailMode.FAIL_SAFE)),
                List.of(
                        new ReaderPlan(
                                new ReaderId("reader"),
                                "Reader",
                                CardFormat.WIEGAND_26,
                                false,
                                false)),
                List.of(
                        new AccessPointPlan(
                                new AccessPointId("mag-out"),
                                new DoorId("mag"),
                                yard,
                                street,
                                null)),
                new FirePlan("Fire"),
                List.of(
                        new LampPlan(
                                YARD,
                                "Yard",
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ofSeconds(5),
                                true,
                                true)),
                List.of(),
                List.of(),
                null,
                List.of(
                        pin(PointName.lock(new DoorId("strike")), STRIKE_LINE, true),
                        pin(PointName.lock(new DoorId("mag")), MAG_LINE, false),
                        pin(PointName.lamp(YARD), LAMP_LINE, false),
                        pin(PointName.monitor(new DoorId("strike")), 4, false),
                        pin(PointName.monitor(new DoorId("mag")), 5, false),
                        pin(PointName.rex(new AccessPointId("mag-out")), 6, true),
                        pin(PointName.FIRE, 7, true)));
    }

    private static DoorPlan door(String name, LockKind lock, FailMode failMode) {
        Duration seconds = Duration.ofSeconds(5);
        return new DoorPlan(
                new DoorId(name),
                name,
                lock,
                failMode,
                new DoorTimings(seconds, seconds, seconds, seconds, Duration.ofSeconds(1)));
    }

    private static PinPlan pin(PointName point, int line, boolean activeLow) {
        return new PinPlan(point, line, activeLow, PinPlan.Pull.UP, Duration.ZERO);
    }
}
