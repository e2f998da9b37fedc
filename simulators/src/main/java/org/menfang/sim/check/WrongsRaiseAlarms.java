package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// A door that is forced or held open, and a lamp whose line is cut, raise an alarm, unless that
/// alarm is open already.
public final class WrongsRaiseAlarms implements Check {
    private static final Duration ALARM_WITHIN = Duration.ofSeconds(10);

    private final GateId gate;
    private final Excuses excuses;
    private final List<Expected> expected = new ArrayList<>();
    private final Set<Cause> open = new HashSet<>();
    private final List<Opened> opened = new ArrayList<>();

    WrongsRaiseAlarms(GateId gate, Excuses excuses) {
        this.gate = gate;
        this.excuses = excuses;
    }

    private record Cause(AlarmKind kind, AlarmSource source) {}

    private record Expected(Cause cause, Instant until) {}

    private record Opened(AlarmId id, Cause cause) {}

    @Override
    public String promise() {
        return "a forced door, a held door and a cut line raise an alarm";
    }

    @Override
    public void onDeed(Instant now, GateId at, Deed deed, Report report) {
        Cause cause = causeOf(deed);
        if (deed instanceof Deed.LampLineMended(var lamp)) {
            // It was whole again before the gate could see it.
            expected.removeIf(wanted -> wanted.cause.source.equals(AlarmSource.of(lamp)));
        }
        if (cause != null && cause.kind == AlarmKind.HELD_OPEN && mayStandOpen()) {
            return;
        }
        if (cause != null && !open.contains(cause)) {
            expected.add(new Expected(cause, now.plus(ALARM_WITHIN)));
        }
    }

    /// From a fire until a person has reset its alarm every door may stand open.
    private boolean mayStandOpen() {
        return excuses.mayBurn(gate)
                || open.stream().anyMatch(cause -> cause.kind == AlarmKind.FIRE);
    }

    private static @Nullable Cause causeOf(Deed deed) {
        return switch (deed) {
            case Deed.BrokeIn(var door) -> new Cause(AlarmKind.FORCED_OPEN, AlarmSource.of(door));
            case Deed.HeldOpen(var door) -> new Cause(AlarmKind.HELD_OPEN, AlarmSource.of(door));
            case Deed.LampLineCut(var lamp) ->
                    new Cause(AlarmKind.LAMP_LINE_CUT, AlarmSource.of(lamp));
            case Deed.Passed _,
                    Deed.TurnedAway _,
                    Deed.KeptOut _,
                    Deed.KeptIn _,
                    Deed.PassOpened _,
                    Deed.PassRefused _,
                    Deed.TwoPassed _,
                    Deed.PinsGuessed _,
                    Deed.PassedUnderDuress _,
                    Deed.CopyShown _,
                    Deed.LockdownCalled _,
                    Deed.LampLineMended _,
                    Deed.LampDied _,
                    Deed.LampReplaced _ ->
                    null;
        };
    }

    @Override
    public void onEvent(Event event, Report report) {
        if (event.body() instanceof EventBody.AlarmRaised raised) {
            Cause cause = new Cause(raised.kind(), raised.source());
            open.add(cause);
            opened.add(new Opened(raised.alarm(), cause));
            expected.removeIf(wanted -> wanted.cause.equals(cause));
        } else if (event.body() instanceof EventBody.AlarmReset reset) {
            opened.stream()
                    .filter(known -> known.id.equals(reset.alarm()))
                    .forEach(known -> open.remove(known.cause));
            opened.removeIf(known -> known.id.equals(reset.alarm()));
        }
    }

    @Override
    public void onMinute(Instant now, Report report) {
        if (excuses.mayBeStuck(gate)) {
            // A contact that does not move tells nothing.
            expected.removeIf(wanted -> wanted.cause.kind != AlarmKind.LAMP_LINE_CUT);
        }
        if (mayStandOpen()) {
            expected.removeIf(wanted -> wanted.cause.kind == AlarmKind.HELD_OPEN);
        }
        if (excuses.mayBeDark(gate)) {
            // What was for a moment only went by unseen; a line that is cut is still cut
            // afterwards.
            expected.removeIf(wanted -> wanted.cause.kind != AlarmKind.LAMP_LINE_CUT);
            return;
        }
        if (excuses.mayNotWrite(gate)) {
            return;
        }
        Iterator<Expected> waiting = expected.iterator();
        while (waiting.hasNext()) {
            Expected wanted = waiting.next();
            if (now.isAfter(wanted.until)) {
                waiting.remove();
                report.violated(now, "no alarm came: " + wanted.cause);
            }
        }
    }
}
