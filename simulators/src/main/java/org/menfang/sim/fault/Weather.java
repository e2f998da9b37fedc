package org.menfang.sim.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.GateId;

/// What is wrong on purpose, now and lately, so that a check can tell a broken promise from one
/// that nobody gave.
public final class Weather {
    private final Timeline timeline;
    private final Watcher watcher;
    private final Map<Where, Past> pasts = new HashMap<>();
    private final SortedSet<GateId> gates = new TreeSet<>();

    /// @param gate null for everywhere
    private record Where(FaultName fault, @Nullable GateId gate) {}

    /// What is to be known of a fault at a place, however often it has come.
    private static final class Past {
        private int present;
        private @Nullable MonotonicTime lastEnd;

        boolean counts(MonotonicTime since) {
            return present > 0 || (lastEnd != null && since.isBefore(lastEnd));
        }
    }

    /// Hears what begins and what ends.
    public interface Watcher {
        void began(Spell spell);

        void ended(Spell spell);
    }

    /// One fault, from its beginning to its end.
    public final class Spell {
        private final FaultName fault;
        private final @Nullable GateId gate;
        private boolean ended;

        private Spell(FaultName fault, @Nullable GateId gate) {
            this.fault = fault;
            this.gate = gate;
        }

        public FaultName fault() {
            return fault;
        }

        /// The fault is over. What it did to people and programs may go on for a while.
        public void ends() {
            if (!ended) {
                ended = true;
                Past past = past(fault, gate);
                past.present--;
                past.lastEnd = timeline.now();
                watcher.ended(this);
            }
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
        if (gate != null) {
            gates.add(gate);
        }
        past(fault, gate).present++;
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
        return faults.stream().noneMatch(fault -> counts(fault, gate, since));
    }

    private boolean counts(FaultName fault, @Nullable GateId gate, MonotonicTime since) {
        boolean everywhere = counts(new Where(fault, null), since);
        return everywhere
                || (gate == null
                        ? gates.stream().anyMatch(each -> counts(new Where(fault, each), since))
                        : counts(new Where(fault, gate), since));
    }

    private boolean counts(Where where, MonotonicTime since) {
        Past past = pasts.get(where);
        return past != null && past.counts(since);
    }

    private Past past(FaultName fault, @Nullable GateId gate) {
        return pasts.computeIfAbsent(new Where(fault, gate), _ -> new Past());
    }
}
