package org.menfang.sim.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The kernel of the rig, built: a program that is started like any other.
///
/// @param linux the kernel
/// @param busStub the module that puts simulated chips on the I2C bus
/// @param init the first program of a guest
public record Kernel(Path linux, Path busStub, Path init) {
    /// The one architecture that it runs on.
    public static final String ARCHITECTURE = "amd64";

    static final String SCRIPTS = "simulators/src/rig";
    private static final long BUILD_MINUTES_MAX = 30;

    /// Whether it can run on this machine at all.
    public static boolean runsHere() {
        return System.getProperty("os.arch").equals(ARCHITECTURE);
    }

    /// The kernel, which is built first if it is not there; that takes minutes.
    ///
    /// @throws RigFailure if it cannot be built; what the build said stands on the terminal
    public static Kernel built() throws IOException, InterruptedException, RigFailure {
        Path scripts = folder(SCRIPTS);
        Process build =
                new ProcessBuilder(scripts.resolve("build").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed = new String(build.getInputStream().readAllBytes(), UTF_8).strip();
        if (!build.waitFor(BUILD_MINUTES_MAX, TimeUnit.MINUTES)) {
            build.destroy();
            throw new RigFailure("the kernel of the rig is not built in time");
        }
        if (build.exitValue() != 0) {
            throw new RigFailure("the kernel of the rig cannot be built; the reason stands above");
        }
        Path kept = Path.of(printed);
        return new Kernel(
                kept.resolve("linux"), kept.resolve("i2c-stub.ko"), scripts.resolve("init"));
    }

    /// A folder of the source tree, looked for where the launcher says, and otherwise from the
    /// working folder upwards.
    static Path folder(String name) throws RigFailure {
        for (Path at = Path.of(System.getProperty("menfang.home", "")).toAbsolutePath();
                at != null;
                at = at.getParent()) {
            Path found = at.resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        throw new RigFailure(name + " is not there; start from the source tree, by ./menfang");
    }
}
