package org.menfang.gate.app.doctor;

/// What is to be thought of a reading.
public enum Verdict {
    FINE("✓", "好", "fine"),
    /// Somebody should look at it; the gate works.
    LOOK("!", "看", "look"),
    BROKEN("✗", "坏", "broken"),
    /// This board has nothing of the kind, or it cannot be known now.
    ABSENT("-", "无", "not here");

    private final String sign;
    private final String zh;
    private final String en;

    Verdict(String sign, String zh, String en) {
        this.sign = sign;
        this.zh = zh;
        this.en = en;
    }

    /// What stands before a line, beside its words: no colour is needed.
    String sign() {
        return sign;
    }

    Words words() {
        return new Words(zh, en);
    }

    /// Whether somebody has something to do.
    public boolean asksForSomebody() {
        return this == LOOK || this == BROKEN;
    }
}
