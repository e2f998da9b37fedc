package org.menfang.sim.rest;

import org.jspecify.annotations.Nullable;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;

/// What requests may say in their bodies.
final class Bodies {
    private Bodies() {}

    record CardBody(@Nullable Integer facility, @Nullable Integer number, @Nullable String bits) {}

    record FloodBody(@Nullable Integer reads, @Nullable Long everyMicros) {}

    record KeysBody(@Nullable String keys) {}

    record ShowBody(@Nullable String text) {}

    record TapBody(@Nullable String holder) {}

    record RattleBody(@Nullable Long millis) {}

    record ClockBody(@Nullable Long speed, @Nullable Long seconds, @Nullable String time) {}

    static <T> T read(JsonTree body, Class<T> type) {
        return switch (body.as(type)) {
            case Parsed.Read<T>(T value) -> value;
            case Parsed.Malformed<T>(String why) -> throw new Refusal(Reply.BAD, why);
        };
    }
}
