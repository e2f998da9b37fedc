package org.menfang.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The sources of all test classes of the product, by the name of the class.
final class TestSources {
    private static final List<String> MODULES =
            List.of(
                    "edge-config",
                    "firmware-app/core",
                    "firmware-app/adapters",
                    "firmware-app/app",
                    "hub",
                    "simulators");

    private TestSources() {}

    static Map<String, String> read() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    tests.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }
}
