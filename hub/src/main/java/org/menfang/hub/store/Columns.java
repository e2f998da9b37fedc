package org.menfang.hub.store;

import java.util.HexFormat;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;

/// How values stand in columns.
final class Columns {
    private Columns() {}

    static byte[] bytes(Sha256 digest) {
        return HexFormat.of().parseHex(digest.value());
    }

    static Sha256 digest(byte[] bytes) {
        return new Sha256(HexFormat.of().formatHex(bytes));
    }

    static int number(EventStream stream) {
        return switch (stream) {
            case EVENTS -> 0;
            case ALARMS -> 1;
        };
    }

    static EventStream stream(int number) {
        return switch (number) {
            case 0 -> EventStream.EVENTS;
            case 1 -> EventStream.ALARMS;
            default -> throw new IllegalDatabaseException("no stream has the number " + number);
        };
    }
}
