package org.menfang.sim.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of the machine's memory a process holds, as Linux tells it.
final class ResidentMemory {
    private static final Pattern LINE = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final long BYTES_A_KILOBYTE = 1024;

    private ResidentMemory() {}

    /// @param status the text of `/proc/<process>/status`
    /// @throws IllegalArgumentException if it does not say
    static long bytes(String status) {
        Matcher matcher = LINE.matcher(status);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no resident memory is told: " + status);
        }
        return Long.parseLong(matcher.group(1)) * BYTES_A_KILOBYTE;
    }
}
