package org.menfang.gate.alarm;

import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.menfang.gate.Effect;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.site.PointName;
import org.menfang.site.SirenPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.Priority;
import org.menfang.vocabulary.SirenId;

/// The sirens of the gate. They sound while an alarm of the highest priority is unanswered, each
/// for its time at most after the last one was raised; their lights go on until all are answered.
///
/// Duress is silent: whoever forces somebody must not hear that it was told.
public final class Sirens implements Timed {
    private final Alarms alarms;
    private final TreeMap<SirenId, Siren> sirens = new TreeMap<>();
    private NavigableSet<AlarmId> calling = new TreeSet<>();

    /// @param until until when it sounds, if it does
    /// @param lit whether its light is on
    private record Siren(SirenPlan plan, MonotonicTime until, boolean sounds, boolean lit) {}

    public Sirens(Site site, Alarms alarms) {
        this.alarms = alarms;
        site.sirens()
                .forEach(plan ->
                        sirens.put(plan.id(), new Siren(plan, MonotonicTime.NEVER, false, false)));
    }

    /// Brings every siren to where it belongs, after a start.
    public void begin(Turn turn) {
        sirens.values().forEach(siren -> drive(turn, siren));
        settle(turn);
    }

    /// Begins and ends what the open alarms ask for now.
    public void settle(Turn turn) {
        if (sirens.isEmpty()) {
            return;
        }
        NavigableSet<AlarmId> now = new TreeSet<>();
        for (Alarm alarm : alarms.all()) {
            if (calls(alarm)) {
                now.add(alarm.id());
            }
        }
        boolean more = !calling.containsAll(now);
        calling = now;
        for (Siren siren : sirens.values().stream().toList()) {
            change(turn, siren, after(turn, siren, more, !now.isEmpty()));
        }
    }

    private static Siren after(Turn turn, Siren siren, boolean more, boolean called) {
        SirenPlan plan = siren.plan();
        MonotonicTime until = more ? turn.time().plus(plan.limit()) : siren.until();
        boolean sounds = called && (more || siren.sounds()) && !turn.isDue(until);
        return new Siren(
                plan, sounds ? until : MonotonicTime.NEVER, sounds, called && plan.strobe());
    }

    private void change(Turn turn, Siren before, Siren after) {
        sirens.put(after.plan().id(), after);
        if (before.sounds() != after.sounds()) {
            turn.ask(new Effect.Energise(PointName.siren(after.plan().id()), after.sounds()));
        }
        if (before.lit() != after.lit()) {
            turn.ask(new Effect.Energise(PointName.strobe(after.plan().id()), after.lit()));
        }
    }

    private static void drive(Turn turn, Siren siren) {
        SirenId id = siren.plan().id();
        turn.ask(new Effect.Energise(PointName.siren(id), siren.sounds()));
        if (siren.plan().strobe()) {
            turn.ask(new Effect.Energise(PointName.strobe(id), siren.lit()));
        }
    }

    private static boolean calls(Alarm alarm) {
        boolean unanswered =
                switch (alarm.state()) {
                    case RAISED, RETURNED -> true;
                    case ACKNOWLEDGED, LATCHED, RESET -> false;
                };
        return unanswered
                && alarm.kind() != AlarmKind.DURESS
                && alarm.kind().priority() == Priority.CRITICAL;
    }

    @Override
    public MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (Siren siren : sirens.values()) {
            nearest = MonotonicTime.earliest(nearest, siren.until());
        }
        return nearest;
    }

    @Override
    public void timeIsDue(Turn turn) {
        settle(turn);
    }
}
