package org.menfang.packages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The packages in a Debian tree made for the test: installed, started by the command lines of
/// their services, upgraded, stepped down, removed. What is tried stands in `src/test/sh/tree`.
@Timeout(600)
@EnabledOnOs(
        architectures = {"amd64", "aarch64"},
        disabledReason = "there are no packages for this processor")
class InstalledPackagesTest {
    private static final int TRIED_MIN = 48;
    private static final long MINUTES_MAX = 8;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @TestFactory
    Stream<DynamicTest> in_a_tree_of_its_own() throws Exception {
        List<String> tried = tryAll();
        Deb.said("rm", "-rf", folder.toString());
        return Stream.concat(
                tried.stream().map(InstalledPackagesTest::test),
                Stream.of(
                        DynamicTest.dynamicTest(
                                "all of it was tried",
                                () -> assertTrue(tried.size() >= TRIED_MIN, tried::toString))));
    }

    private static DynamicTest test(String line) {
        String what = line.replaceFirst("^(not )?ok ", "");
        return DynamicTest.dynamicTest(
                what.split(":", 2)[0], () -> assertTrue(line.startsWith("ok "), what));
    }

    private List<String> tryAll() throws IOException, InterruptedException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        List<String> command = new ArrayList<>(namespace());
        command.add(Path.of("src/test/sh/tree").toAbsolutePath().toString());
        command.add(folder.toString());
        command.add(Deb.of("menfang-gate", architecture).file().toString());
        command.add(Deb.of("menfang-hub", architecture).file().toString());
        command.add(simulators());
        command.add(
                Path.of("../../simulators/src/test/resources/org/menfang/rig/rules.json")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
        Path said = folder.resolve("said");
        Path errors = folder.resolve("errors");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(said.toFile())
                        .redirectError(errors.toFile())
                        .redirectInput(new File("/dev/null"))
                        .start();
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        assertEquals(0, process.exitValue(), () -> read(said) + read(errors));
        return Files.readAllLines(said).stream()
                .filter(line -> line.startsWith("ok ") || line.startsWith("not ok "))
                .toList();
    }

    /// Mounts and processes of its own, which end with it. Whoever is not root needs `uidmap`.
    private static List<String> namespace() {
        List<String> words =
                new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child"));
        if (!System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("--user", "--map-root-user", "--map-auto"));
        }
        return words;
    }

    /// The simulators' jar first, then what its command line needs.
    private static String simulators() {
        return Arrays.stream(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .sorted((one, other) ->
                        Boolean.compare(
                                !one.contains("menfang-simulators-"),
                                !other.contains("menfang-simulators-")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
