package org.menfang.gate.evdev;

import java.nio.ByteBuffer;
import java.util.Locale;

/// One event of the kernel's `input_event` structure.
///
/// @param micros when it was, on a clock of the kernel
/// @param type what kind of event it is
/// @param code which key, for a key
/// @param value 1 pressed, 0 let go, 2 repeated, for a key
record KeyEvent(long micros, int type, int code, int value) {
    /// Marks the end of a packet of events, or that some were dropped.
    static final int TYPE_SYNC = 0;

    static final int TYPE_KEY = 1;

    /// The kernel dropped events: nobody knows what was typed.
    static final int CODE_DROPPED = 3;

    private static final int TIME_PARTS = 2;
    private static final int REST_BYTES = 8;
    private static final long MICROS_A_SECOND = 1_000_000;

    /// How long a word of the kernel is, in bytes: its time is two of them.
    private static final int WORD_BYTES =
            System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("arm")
                    ? Integer.BYTES
                    : Long.BYTES;

    /// How long one event is.
    static final int BYTES = TIME_PARTS * WORD_BYTES + REST_BYTES;

    /// Reads the next event.
    static KeyEvent read(ByteBuffer from) {
        long seconds = word(from);
        long micros = word(from);
        return new KeyEvent(
                seconds * MICROS_A_SECOND + micros,
                Short.toUnsignedInt(from.getShort()),
                Short.toUnsignedInt(from.getShort()),
                from.getInt());
    }

    private static long word(ByteBuffer from) {
        return WORD_BYTES == Long.BYTES ? from.getLong() : from.getInt();
    }

    boolean isPressed() {
        return type == TYPE_KEY && value == 1;
    }

    boolean isLetGo() {
        return type == TYPE_KEY && value == 0;
    }

    boolean tellsOfLoss() {
        return type == TYPE_SYNC && code == CODE_DROPPED;
    }
}
