package org.menfang.hub.loop;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts what happens. One thread counts, any thread reads.
final class Counts {
    enum Counted {
        EVENTS,
        REPEATED_EVENTS,
        MISSING_EVENTS,
        GAPS_SEEN,
        REFUSED_EVENTS,
        HEADS_GENUINE,
        HEADS_BAD,
        QUARANTINED,
        MESSAGES,
        MESSAGES_DROPPED,
        COMMITS,
        COMMITS_FAILED,
        COMMIT_NANOS,
        INPUTS_FAILED,
        COMMANDS_SENT,
        COMMANDS_UNANSWERED
    }

    private final Map<Counted, LongAdder> sums = new EnumMap<>(Counted.class);

    Counts() {
        for (Counted counted : Counted.values()) {
            sums.put(counted, new LongAdder());
        }
    }

    void add(Counted counted, long amount) {
        adder(counted).add(amount);
    }

    long sum(Counted counted) {
        return adder(counted).sum();
    }

    private LongAdder adder(Counted counted) {
        LongAdder adder = sums.get(counted);
        if (adder == null) {
            throw new IllegalStateException("every figure has its sum");
        }
        return adder;
    }
}
