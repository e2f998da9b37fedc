package org.menfang.json;

import java.util.function.Function;

/// What became of a text that somebody else wrote: a value, or the reason why there is none.
public sealed interface Parsed<T> {
    record Read<T>(T value) implements Parsed<T> {}

    /// @param why what is wrong, in English, for the log and the quarantine
    record Malformed<T>(String why) implements Parsed<T> {}

    static <T> Parsed<T> read(T value) {
        return new Read<>(value);
    }

    static <T> Parsed<T> malformed(String why) {
        return new Malformed<>(why);
    }

    default <U> Parsed<U> then(Function<? super T, Parsed<U>> next) {
        return switch (this) {
            case Read<T>(T value) -> next.apply(value);
            case Malformed<T>(String why) -> new Malformed<>(why);
        };
    }

    /// The value of a text that we wrote ourselves.
    ///
    /// @throws IllegalStateException if it is malformed after all
    default T orThrow() {
        return switch (this) {
            case Read<T>(T value) -> value;
            case Malformed<T>(String why) -> throw new IllegalStateException(why);
        };
    }
}
