package org.menfang.gate.lamp;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.WallSpan;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.port.SunTimes;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.LampId;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateState.LampView;

/// The lamps of the gate. They burn from dusk to dawn, while a photocell finds it dark, and
/// whenever nobody knows what time it is: light is the safe side. A photocell puts out no lamp at
/// night.
public final class Lamps implements Timed {
    private final Sky sky;
    private final Alarms alarms;
    private final TreeMap<LampId, Lamp> lamps = new TreeMap<>();
    private @Nullable List<LampView> views;
    private Photocell photocell = Photocell.LIGHT;
    private WallSpan sameSky = WallSpan.NONE;

    public Lamps(Site site, SunTimes sunTimes, Alarms alarms) {
        sky = new Sky(site, sunTimes);
        this.alarms = alarms;
        site.lamps().forEach(plan -> lamps.put(plan.id(), Lamp.off(plan)));
    }

    /// Brings every lamp's output to where the sky wants it.
    public void begin(Turn turn) {
        lamps.values().forEach(lamp -> drive(turn, lamp));
        look(turn);
    }

    public void darknessChanged(Turn turn, boolean dark) {
        photocell = photocell.told(dark, turn.time());
    }

    public void currentChanged(Turn turn, LampId id, boolean flows) {
        change(turn, id, lamp -> lamp.current(flows, turn.time()));
        if (flows) {
            alarms.returned(turn, AlarmKind.LAMP_DEAD, AlarmSource.of(id));
        }
    }

    public void lineChanged(Turn turn, LampId id, boolean whole) {
        change(turn, id, lamp -> lamp.line(whole, turn.time()));
        if (find(id).whole()) {
            alarms.returned(turn, AlarmKind.LAMP_LINE_CUT, AlarmSource.of(id));
        }
    }

    /// The wall clock became trusted, or lost its trust.
    public void trustChanged(Turn turn) {
        look(turn);
    }

    public List<LampView> views() {
        List<LampView> known = views;
        if (known == null) {
            known =
                    lamps.values().stream()
                            .map(lamp ->
                                    new LampView(
                                            lamp.plan().id(), lamp.plan().name(), lamp.light()))
                            .toList();
            views = known;
        }
        return known;
    }

    @Override
    public MonotonicTime wakeAt() {
        MonotonicTime nearest = photocell.wakeAt();
        for (Lamp each : lamps.values()) {
            nearest = MonotonicTime.earliest(nearest, each.wakeAt());
        }
        return nearest;
    }

    @Override
    public Instant wakeAtWall() {
        return sameSky.until();
    }

    @Override
    public void timeIsDue(Turn turn) {
        Photocell seen = photocell.timeIsDue(turn.time());
        boolean otherLight = seen.dark() != photocell.dark();
        photocell = seen;
        if (otherLight || (turn.now().isTrusted() && !sameSky.holdsAt(turn.now().wall()))) {
            look(turn);
        }
        for (LampId id : List.copyOf(lamps.keySet())) {
            change(turn, id, lamp -> lamp.timeIsDue(turn.time()));
        }
    }

    /// Switches what is to be switched, and finds until when that is right.
    private void look(Turn turn) {
        Instant wall = turn.now().wall();
        boolean trusted = turn.now().isTrusted();
        // Set first: if the sky cannot be told, the other deadlines of the gate must not wait for
        // it.
        sameSky = new WallSpan(wall, wall.plus(Limits.SKY_AGAIN));
        Instant until = Instant.MAX;
        for (Lamp lamp : List.copyOf(lamps.values())) {
            boolean on = !trusted || photocell.dark() || sky.isDarkFor(lamp.plan(), wall);
            change(turn, lamp.plan().id(), old -> old.switched(on, turn.time()));
            Instant next = trusted ? sky.nextChange(lamp.plan(), wall) : Instant.MAX;
            until = next.isBefore(until) ? next : until;
        }
        sameSky = trusted ? new WallSpan(wall, until) : WallSpan.ALWAYS;
    }

    private void change(Turn turn, LampId id, UnaryOperator<Lamp> becomes) {
        Lamp before = find(id);
        Lamp after = becomes.apply(before);
        if (after.equals(before)) {
            return;
        }
        lamps.put(id, after);
        views = null;
        if (before.on() != after.on()) {
            drive(turn, after);
            turn.write(new EventBody.LampSwitched(id, after.on()));
        }
        tellAlarms(turn, before, after);
    }

    private void tellAlarms(Turn turn, Lamp before, Lamp after) {
        AlarmSource source = AlarmSource.of(after.plan().id());
        if (before.whole() && !after.whole()) {
            alarms.raise(turn, AlarmKind.LAMP_LINE_CUT, source, "");
        }
        if (!before.whole() && after.whole()) {
            alarms.returned(turn, AlarmKind.LAMP_LINE_CUT, source);
        }
        if (!before.dead() && after.dead()) {
            alarms.raise(turn, AlarmKind.LAMP_DEAD, source, "");
        }
    }

    private static void drive(Turn turn, Lamp lamp) {
        turn.ask(new Effect.Energise(PointName.lamp(lamp.plan().id()), lamp.on()));
    }

    private Lamp find(LampId id) {
        Lamp found = lamps.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the site has no lamp " + id);
        }
        return found;
    }
}
