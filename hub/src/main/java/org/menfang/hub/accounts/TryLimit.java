package org.menfang.hub.accounts;

import java.time.Duration;
import java.time.Instant;
import org.menfang.vocabulary.Sha256;

/// How many wrong tries are borne; they are forgotten when none came for a while.
enum TryLimit {
    /// One name from one address: GB 50396-2007 asks for an answer after at most five.
    NAME_AND_ADDRESS(5, Duration.ofMinutes(15)),
    /// Any names from one address.
    ADDRESS(20, Duration.ofMinutes(15)),
    /// One name from anywhere. A sign-in link still works then.
    NAME(50, Duration.ofHours(24));

    private final int triesMax;
    private final Duration window;

    TryLimit(int triesMax, Duration window) {
        this.triesMax = triesMax;
        this.window = window;
    }

    static final Duration LONGEST = Duration.ofHours(24);

    Sha256 key(String name, String address) {
        return Sha256.of(
                switch (this) {
                    case NAME_AND_ADDRESS -> "both\n" + name + "\n" + address;
                    case ADDRESS -> "address\n" + address;
                    case NAME -> "name\n" + name;
                });
    }

    boolean isReached(Tries tries, Instant now) {
        return tries.count() >= triesMax && now.isBefore(endOf(tries));
    }

    Instant endOf(Tries tries) {
        return tries.last().plus(window);
    }

    /// The count with one more.
    Tries oneMore(Tries before, Instant now) {
        int count = now.isBefore(endOf(before)) ? before.count() + 1 : 1;
        return new Tries(before.key(), count, now);
    }
}
