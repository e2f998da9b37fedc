package org.menfang.hub.money;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of money: whole fen inside, yuan with two places for people. Nothing is ever rounded.
public final class Fen {
    /// Ten million yuan: more than any compound of three hundred households moves at once.
    public static final long FEN_MAX = 1_000_000_000L;

    private static final Pattern YUAN = Pattern.compile("(\\d{1,8})(?:\\.(\\d{1,2}))?");
    private static final int FEN_PER_YUAN = 100;
    private static final int FEN_PER_JIAO = 10;

    private Fen() {}

    /// Reads what a person typed: `12`, `12.5` or `12.50`; empty if it is no such amount, or more
    /// than {@link #FEN_MAX}, or nothing.
    public static Optional<Long> read(String yuan) {
        Matcher parts = YUAN.matcher(yuan.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long fen = Long.parseLong(parts.group(1)) * FEN_PER_YUAN + fraction(parts.group(2));
        return fen > 0 && fen <= FEN_MAX ? Optional.of(fen) : Optional.empty();
    }

    private static long fraction(@org.jspecify.annotations.Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        return digits.length() == 1
                ? Long.parseLong(digits) * FEN_PER_JIAO
                : Long.parseLong(digits);
    }

    /// `-1234.50`, the same in both languages.
    public static String write(long fen) {
        long size = Math.abs(fen);
        return (fen < 0 ? "-" : "")
                + size / FEN_PER_YUAN
                + "."
                + (size % FEN_PER_YUAN < FEN_PER_JIAO ? "0" : "")
                + size % FEN_PER_YUAN;
    }
}
