package org.menfang.sim.check;

/// What the paper says to a question, as far as somebody can know who was not inside the gates.
enum Answer {
    NO,
    /// It hangs on what a gate had heard, and the weather was such that nobody can tell.
    PERHAPS,
    YES;

    static Answer of(boolean yes) {
        return yes ? YES : NO;
    }

    /// Both have to hold.
    Answer and(Answer other) {
        return compareTo(other) < 0 ? this : other;
    }

    /// One is enough.
    Answer or(Answer other) {
        return compareTo(other) < 0 ? other : this;
    }
}
