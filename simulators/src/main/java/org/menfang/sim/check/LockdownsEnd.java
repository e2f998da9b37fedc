package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.RuleSet;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// A lockdown begins when a volunteer calls it, and ends by itself when its time is over.
public final class LockdownsEnd implements Check {
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

    private final GateHouse gate;
    private final Duration lasts;
    private @Nullable Instant beginsBy;
    private @Nullable Instant endsBy;
    private boolean isOn;

    private final Excuses excuses;

    LockdownsEnd(GateHouse gate, RuleSet rules, Excuses excuses) {
        this.gate = gate;
        lasts = lasts(rules);
        this.excuses = excuses;
    }

    /// How long the rules let a lockdown last.
    static Duration lasts(RuleSet rules) {
        return rules.levels().levels().stream()
                .filter(rule -> rule.level() == SiteLevel.LOCKDOWN)
                .map(rule -> Duration.ofMinutes(rule.lastsMinutesMax()))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    @Override
    public String promise() {
        return "a lockdown begins when it is called and ends by itself";
    }

    @Override
    public void onDeed(Instant now, GateId gate, Deed deed, Report report) {
        if (deed instanceof Deed.LockdownCalled && !isOn) {
            beginsBy = now.plus(BEGINS_WITHIN);
        }
    }

    @Override
    public void onEvent(Event event, Report report) {
        if (event.body() instanceof EventBody.LevelChanged changed) {
            boolean begins = changed.level() == SiteLevel.LOCKDOWN;
            beginsBy = null;
            endsBy = null;
            isOn = begins;
        }
    }

    @Override
    public void onMinute(Instant now, Report report) {
        if (excuses.mayBeDark(gate.id())) {
            // Whoever called in the dark was not heard, and what a sick disk had not taken is gone.
            // What lies on the disk goes on with as much as was written down to be left, and that
            // is no more than the whole.
            beginsBy = null;
            endsBy = null;
            isOn = Lockdowns.isWritten(gate);
            return;
        }
        if (excuses.mayNotWrite(gate.id())) {
            // Neither its end nor how much of it is left is written down for a while.
            endsBy = null;
            return;
        }
        if (isOn && endsBy == null) {
            endsBy = now.plus(lasts).plus(ENDS_WITHIN);
        }
        if (beginsBy != null && now.isAfter(beginsBy)) {
            beginsBy = null;
            report.violated(now, "it was called and did not begin");
        }
        if (endsBy != null && now.isAfter(endsBy)) {
            isOn = false;
            endsBy = null;
            report.violated(now, "it lasts too long");
        }
    }
}
