package org.menfang.sim.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.GateId;

/// What is wrong on purpose, now and lately, so that a check can tell a broken promise from one
/// that nobody gave.
public final class Weather {
    private final Timeline timeline;
    private final Watcher watcher;
    private final List<Spell> spells = new ArrayList<>();

    /// Hears what begins and what ends.
    public interface Watcher {
        void began(Spell spell);

        void ended(Spell spell);
    }

    /// One fault, from its beginning to its end.
    public final class Spell {
        private final FaultName fault;
        private final @Nullable GateId gate;
        private @Nullable MonotonicTime ended;

        private Spell(FaultName fault, @Nullable GateId gate) {
            this.fault = fault;
            this.gate = gate;
        }

        public FaultName fault() {
            return fault;
        }

        /// The fault is over. What it did to people and programs may go on for a while.
        public void ends() {
            if (ended == null) {
                ended = timeline.now();
                watcher.ended(this);
            }
        }

        private boolean counts(@Nullable GateId at, Set<FaultName> faults, MonotonicTime since) {
            boolean here = gate == null || at == null || gate.equals(at);
            return here && faults.contains(fault) && (ended == null || since.isBefore(ended));
        }

        @Override
        public String toString() {
            return fault.word() + (gate == null ? "" : " at " + gate);
        }
    }

    public Weather(Timeline timeline, Watcher watcher) {
        this.timeline = timeline;
        this.watcher = watcher;
    }

    /// A fault begins.
    ///
    /// @param gate where; null for everywhere
    public Spell begins(FaultName fault, @Nullable GateId gate) {
        Spell spell = new Spell(fault, gate);
        spells.add(spell);
        watcher.began(spell);
        return spell;
    }

    /// A fault that lasts for a moment only.
    public void strikes(FaultName fault, @Nullable GateId gate) {
        begins(fault, gate).ends();
    }

    /// Whether nothing at all is wrong at a gate, and nothing has been for so long.
    ///
    /// @param gate null for all gates
    public boolean isFair(@Nullable GateId gate, Duration lately) {
        return isFree(gate, EnumSet.allOf(FaultName.class), lately);
    }

    /// Whether none of these faults is there, and none has been for so long.
    public boolean isFree(@Nullable GateId gate, Set<FaultName> faults, Duration lately) {
        long nanos = timeline.now().nanos() - lately.toNanos();
        MonotonicTime since = new MonotonicTime(Math.max(0, nanos));
        return spells.stream().noneMatch(spell -> spell.counts(gate, faults, since));
    }
}
