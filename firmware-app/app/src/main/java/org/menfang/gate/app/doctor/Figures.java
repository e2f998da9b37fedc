package org.menfang.gate.app.doctor;

import java.util.Locale;

/// Lengths of time and amounts of bytes, as people say them.
final class Figures {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long GIGABYTE = 1024 * MEGABYTE;

    private Figures() {}

    static Words of(long seconds) {
        return new Words(zh(seconds), en(seconds));
    }

    static String zh(long seconds) {
        return words(seconds, "秒", "分钟", "小时", "天");
    }

    static String en(long seconds) {
        return words(seconds, "s", "min", "h", "d");
    }

    private static String words(long seconds, String s, String min, String h, String d) {
        if (seconds < 2 * MINUTE) {
            return seconds + Words.TIED + s;
        }
        if (seconds < 2 * HOUR) {
            return seconds / MINUTE + Words.TIED + min;
        }
        return seconds < 2 * DAY ? seconds / HOUR + Words.TIED + h : seconds / DAY + Words.TIED + d;
    }

    static String bytes(long bytes) {
        return bytes < GIGABYTE
                ? bytes / MEGABYTE + Words.TIED + "MB"
                : String.format(Locale.ROOT, "%.1f%sGB", (double) bytes / GIGABYTE, Words.TIED);
    }
}
