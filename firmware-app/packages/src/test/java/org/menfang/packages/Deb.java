package org.menfang.packages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One package that the build has made, as `dpkg-deb` reads it.
record Deb(Path file) {
    private static final Path MADE = Path.of("target");

    /// @param name such as `menfang-gate`
    /// @param architecture such as `arm64`
    static Deb of(String name, String architecture) throws IOException {
        return in(MADE, name, architecture);
    }

    static Deb in(Path folder, String name, String architecture) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(
                                    file -> {
                                        String text = file.getFileName().toString();
                                        return text.startsWith(name + "_")
                                                && text.endsWith("_" + architecture + ".deb");
                                    })
                            .toList();
            assertEquals(1, found.size(), "packages " + name + " " + architecture + ": " + found);
            return new Deb(found.getFirst().toAbsolutePath());
        }
    }

    /// What it contains: the mode and the owner by each path.
    Map<String, Entry> entries() throws IOException, InterruptedException {
        Map<String, Entry> entries = new TreeMap<>();
        for (String line : said("dpkg-deb", "--contents", file.toString()).lines().toList()) {
            String[] parts = line.split("\\s+", 6);
            entries.put(
                    parts[5].substring(1),
                    new Entry(
                            parts[0],
                            parts[1],
                            Long.parseLong(parts[2]),
                            parts[3] + " " + parts[4]));
        }
        return entries;
    }

    /// One file or folder.
    record Entry(String mode, String owner, long bytes, String time) {
        boolean isFolder() {
            return mode.startsWith("d");
        }
    }

    String field(String name) throws IOException, InterruptedException {
        return said("dpkg-deb", "--field", file.toString(), name).strip();
    }

    /// Unpacks all of it, what the package manager is told below `DEBIAN`.
    Path unpacked(Path folder) throws IOException, InterruptedException {
        said("dpkg-deb", "--raw-extract", file.toString(), folder.toString());
        return folder;
    }

    /// What a program says that has to end well.
    static String said(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), new ArrayList<>(List.of(command)) + ": " + said);
        return said;
    }
}
