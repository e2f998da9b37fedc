package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// Guessed PINs, a duress PIN and the copy of a card raise an alarm, unless one of that kind is
/// open already. A copy that a lockdown keeps out raises none: two passages show a copy, and it had
/// none.
public final class MisuseRaisesAlarms implements Check {
    /// The alarm comes with the decision, the deed when the person is through.
    private static final Duration BEFORE_THE_DEED = Duration.ofMinutes(2);

    private static final Duration AFTER_THE_DEED = Duration.ofSeconds(10);

    private final GateId gate;
    private final Excuses excuses;
    private final Map<AlarmKind, Instant> raised = new EnumMap<>(AlarmKind.class);
    private final Map<AlarmKind, List<AlarmId>> open = new EnumMap<>(AlarmKind.class);
    private final List<Expected> expected = new ArrayList<>();
    private SiteLevel level = SiteLevel.NORMAL;

    MisuseRaisesAlarms(GateId gate, Excuses excuses) {
        this.gate = gate;
        this.excuses = excuses;
    }

    private record Expected(AlarmKind kind, Instant until) {}

    @Override
    public String promise() {
        return "guessed PINs, a duress PIN and a copied card raise an alarm";
    }

    @Override
    public void onDeed(Instant now, GateId at, Deed deed, Report report) {
        AlarmKind kind = kindFor(deed, level);
        if (kind != null
                && !excuses.mayHaveMissedAScene(gate)
                && !wasRaised(kind, now)
                && open(kind).isEmpty()) {
            expected.add(new Expected(kind, now.plus(AFTER_THE_DEED)));
        }
    }

    private static @Nullable AlarmKind kindFor(Deed deed, SiteLevel level) {
        if (deed instanceof Deed.PinsGuessed) {
            return AlarmKind.CREDENTIAL_LOCKED_OUT;
        }
        if (deed instanceof Deed.PassedUnderDuress) {
            return AlarmKind.DURESS;
        }
        return deed instanceof Deed.CopyShown && level != SiteLevel.LOCKDOWN
                ? AlarmKind.CARD_CLONED
                : null;
    }

    private boolean wasRaised(AlarmKind kind, Instant now) {
        Instant last = raised.get(kind);
        return last != null && last.isAfter(now.minus(BEFORE_THE_DEED));
    }

    private List<AlarmId> open(AlarmKind kind) {
        return open.computeIfAbsent(kind, _ -> new ArrayList<>());
    }

    @Override
    public void onEvent(Event event, Report report) {
        if (event.body() instanceof EventBody.AlarmRaised alarm) {
            raised.put(alarm.kind(), event.time());
            open(alarm.kind()).add(alarm.alarm());
            expected.removeIf(wanted -> wanted.kind == alarm.kind());
        } else if (event.body() instanceof EventBody.AlarmReset reset) {
            open.values().forEach(ids -> ids.remove(reset.alarm()));
        } else if (event.body() instanceof EventBody.LevelChanged changed) {
            level = changed.level();
        }
    }

    @Override
    public void onMinute(Instant now, Report report) {
        if (excuses.mayNotWrite(gate)) {
            return;
        }
        if (excuses.mayHaveMissedAScene(gate)) {
            expected.clear();
        }
        Iterator<Expected> waiting = expected.iterator();
        while (waiting.hasNext()) {
            Expected wanted = waiting.next();
            if (now.isAfter(wanted.until)) {
                waiting.remove();
                report.violated(now, "no alarm came: " + wanted.kind);
            }
        }
    }
}
