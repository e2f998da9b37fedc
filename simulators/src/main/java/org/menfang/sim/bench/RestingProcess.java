package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process has used of the machine until one moment, and holds of its memory, as Linux tells
/// it.
///
/// @param cpuNanos time on processors
/// @param wakeUps how often its threads have waited and gone on
/// @param memory resident, in bytes
/// @param anonymous the part of it that no file stands behind
/// @param threads how many it has
record RestingProcess(
        long atNanos, long cpuNanos, long wakeUps, long memory, long anonymous, int threads) {
    private static final Pattern WAITED =
            Pattern.compile("(?m)^voluntary_ctxt_switches:\\s+(\\d+)$");
    private static final Pattern ANONYMOUS = Pattern.compile("(?m)^RssAnon:\\s+(\\d+) kB$");
    private static final long BYTES_A_KILOBYTE = 1024;

    static RestingProcess of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String status = Files.readString(process.resolve("status"));
        List<Path> threads;
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            threads = tasks.toList();
        }
        long cpu = 0;
        long waited = 0;
        for (Path thread : threads) {
            String times = text(thread.resolve("schedstat"));
            cpu += times.isEmpty() ? 0 : Long.parseLong(times.split(" ", 2)[0]);
            waited += number(WAITED, text(thread.resolve("status")));
        }
        return new RestingProcess(
                System.nanoTime(),
                cpu,
                waited,
                ResidentMemory.bytes(status),
                number(ANONYMOUS, status) * BYTES_A_KILOBYTE,
                threads.size());
    }

    /// How much of one processor it used since then: 1 for all of it.
    double cpuSince(RestingProcess earlier) {
        return (double) (cpuNanos - earlier.cpuNanos) / (atNanos - earlier.atNanos);
    }

    double wakeUpsASecondSince(RestingProcess earlier) {
        return (wakeUps - earlier.wakeUps) * 1e9 / (atNanos - earlier.atNanos);
    }

    /// Empty for a thread that has ended meanwhile.
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
