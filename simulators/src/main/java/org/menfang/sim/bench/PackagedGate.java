package org.menfang.sim.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.menfang.sim.hardware.HeldCardsProvider;

/// The program of the gate as its package lays it out and starts it: its script, its settings, its
/// jars and, once it is rehearsed, its cache. The only jar beside those of the package is that of
/// the simulators, for the hardware.
final class PackagedGate {
    private static final Path PROGRAM = Path.of("firmware-app/packages/src/main/deb/gate/program");
    private static final Path CLASS_PATH = Path.of("firmware-app/app/target/classpath");
    private static final Path SQLITE = Path.of("simulators/target/native/org/sqlite/native/Linux");
    private static final String CACHE_OF_PACKAGE = "/var/cache/menfang-gate";
    private static final long REHEARSAL_SECONDS_MAX = 180;

    /// What the package's own preparation does, without its user.
    private static final String REHEARSE =
            """
            set -eu
            here=$1 making=$2
            . "$here/settings"
            set_up
            mkdir -p "$making" "$(dirname "$cache")"
            "$java_home/bin/java" $options "-Djava.io.tmpdir=$making" "-XX:AOTCacheOutput=$cache" \\
                -cp "$class_path" org.menfang.gate.app.Main rehearse --data "$making/data"
            test -s "$cache"
            """;

    private final Path folder;

    private PackagedGate(Path folder) {
        this.folder = folder;
    }

    /// Lays the program out.
    ///
    /// @param folder which it makes
    /// @throws IOException if the program is not built
    static PackagedGate layOut(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("menfang.home", ".")).toAbsolutePath().normalize();
        Files.createDirectories(folder.resolve("lib"));
        Files.createDirectories(folder.resolve("native"));
        List<Path> jars = new ArrayList<>();
        for (String jar : Files.readString(home.resolve(CLASS_PATH)).strip().split(":", -1)) {
            jars.add(Path.of(jar));
        }
        jars.add(jarIn(home.resolve("firmware-app/app/target")));
        jars.add(jarIn(home.resolve("simulators/target")));
        for (Path jar : jars) {
            link(folder.resolve("lib"), jar);
        }
        try (Stream<Path> native_ = Files.list(home.resolve(SQLITE).resolve(machine()))) {
            for (Path library : native_.toList()) {
                link(folder.resolve("native"), library);
            }
        }
        Files.writeString(folder.resolve("jars.sha256"), "of a benchmark\n");
        for (String name : new String[] {"start", "settings"}) {
            String text = Files.readString(home.resolve(PROGRAM).resolve(name), UTF_8);
            Path file = folder.resolve(name);
            Files.writeString(
                    file, text.replace(CACHE_OF_PACKAGE, folder.resolve("cache").toString()));
            if (!file.toFile().setExecutable(true)) {
                throw new IOException(file + " cannot be made a program");
            }
        }
        return new PackagedGate(folder);
    }

    /// Makes the cache, as the package does when it is installed.
    PackagedGate rehearse() throws IOException, InterruptedException {
        Path said = folder.resolve("rehearsal.log");
        Path making = folder.resolve("making");
        Process process =
                builder("/bin/sh", "-c", REHEARSE, "sh", folder.toString(), making.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (!process.waitFor(REHEARSAL_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException("the rehearsal failed: " + Files.readString(said, UTF_8));
        }
        return this;
    }

    /// The words and the environment that start a gate with cards held at its readers. What it says
    /// on its output can be read from the process.
    ///
    /// @param cards the file of the cards
    /// @param times how often one is held
    /// @param arguments of `gate run`, without the hardware
    /// @param log where its errors go
    ProcessBuilder run(Path cards, int times, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("start").toString());
        command.addAll(arguments);
        command.addAll(List.of("--hardware", "held-cards"));
        ProcessBuilder builder =
                builder(command.toArray(String[]::new))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .put(
                        "JDK_JAVA_OPTIONS",
                        "-D%s=%s -D%s=%d"
                                .formatted(
                                        HeldCardsProvider.CARDS,
                                        cards,
                                        HeldCardsProvider.TIMES,
                                        times));
        return builder;
    }

    private static ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static void link(Path folder, Path file) throws IOException {
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
    }

    private static Path jarIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no jar in " + folder));
        }
    }

    private static String machine() {
        String architecture = System.getProperty("os.arch");
        return architecture.equals("amd64") ? "x86_64" : architecture;
    }
}
