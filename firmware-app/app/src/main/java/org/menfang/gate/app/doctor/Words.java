package org.menfang.gate.app.doctor;

/// The same in Chinese and in English.
public record Words(String zh, String en) {
    /// A space at which no line is broken.
    static final String TIED = "\u00a0";

    /// Figures and names, which are the same in both.
    public static Words same(String text) {
        return new Words(text, text);
    }

    /// As programs want it, with plain spaces.
    Words plain() {
        return new Words(zh.replace(TIED, " ").strip(), en.replace(TIED, " ").strip());
    }

    /// These words with others behind them.
    Words and(Words more) {
        return new Words(zh + "，" + more.zh(), en + ", " + more.en());
    }

    /// In one language, or in both on one line.
    String in(Tongue tongue) {
        return switch (tongue) {
            case CHINESE -> zh;
            case ENGLISH -> en;
            case BOTH -> zh.equals(en) ? zh : zh + " / " + en;
        };
    }
}
