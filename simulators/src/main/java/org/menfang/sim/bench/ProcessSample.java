package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process holds of the machine at one moment, as Linux tells it.
///
/// @param memoryBytes resident memory
/// @param handles open files, sockets and pipes
record ProcessSample(long memoryBytes, long threads, long handles) {
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)$");

    static ProcessSample of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String status = Files.readString(process.resolve("status"));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return new ProcessSample(ResidentMemory.bytes(status), threads(status), open.count());
        }
    }

    /// @param status the text of `/proc/<process>/status`
    /// @throws IllegalArgumentException if it does not say
    static long threads(String status) {
        Matcher matcher = THREADS.matcher(status);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no number of threads is told: " + status);
        }
        return Long.parseLong(matcher.group(1));
    }
}
