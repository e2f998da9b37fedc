package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.ledger.Entry;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.people.Deed;
import org.menfang.sim.people.Person;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// Which gates are locked down, by what lies on the disk of each: a disk that lies takes along what
/// its gate wrote of it, and the gate goes on with what is left there.
final class Lockdowns {
    private final Compound compound;
    private final Excuses excuses;
    private final Map<GateId, Instant> changed = new TreeMap<>();
    private final Map<GateId, Instant> called = new TreeMap<>();

    Lockdowns(Compound compound, Excuses excuses) {
        this.compound = compound;
        this.excuses = excuses;
    }

    /// Whether a lockdown lies on the disk of a gate.
    static boolean isWritten(GateHouse gate) {
        return gate.disk().line(Entry.LevelSet.KEY) instanceof Entry.LevelSet set
                && set.level() == SiteLevel.LOCKDOWN;
    }

    void hear(Event event) {
        if (event.body() instanceof EventBody.LevelChanged) {
            changed.put(event.gate(), compound.clock().world());
        }
    }

    /// A volunteer calls one on purpose, or before a door that stays closed, showing a card again
    /// and again.
    void hear(Instant now, GateId gate, Deed deed) {
        if (deed instanceof Deed.LockdownCalled
                || (deed instanceof Deed.KeptOut kept && isVolunteer(kept.who()))) {
            called.put(gate, now);
        }
    }

    private static boolean isVolunteer(@Nullable Person who) {
        return who != null && who.kind() == HolderKind.VOLUNTEER;
    }

    /// The answer to a question that hangs on whether a gate is locked down.
    ///
    /// @param lasts for how long the rules let it be
    /// @param asked the answer if it is, and if it is not
    Answer ask(GateId gate, Instant at, Duration lasts, Predicate<Boolean> asked) {
        boolean written = isWritten(compound.house(gate));
        boolean yes = asked.test(written);
        return isCertain(gate, at, lasts, written) || asked.test(!written) == yes
                ? Answer.of(yes)
                : Answer.PERHAPS;
    }

    /// What a sick disk does not take is neither the beginning of a lockdown nor its end.
    private boolean isCertain(GateId gate, Instant at, Duration lasts, boolean written) {
        Instant change = changed.get(gate);
        Instant call = called.get(gate);
        boolean mayHaveBegun = call != null && at.isBefore(call.plus(lasts));
        return (change == null || !at.isBefore(change))
                && (!excuses.mayNotWrite(gate) || !(written || mayHaveBegun));
    }
}
