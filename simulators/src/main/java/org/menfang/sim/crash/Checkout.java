package org.menfang.sim.crash;

import java.nio.file.Files;
import java.nio.file.Path;

/// The source tree, which the rig is started from.
final class Checkout {
    private Checkout() {}

    /// A file or folder of it, looked for where the launcher says, and otherwise from the working
    /// folder upwards.
    static Path path(String name) throws CrashFailure {
        String home = System.getProperty("menfang.home", "");
        for (Path folder = Path.of(home).toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            Path found = folder.resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        throw new CrashFailure(name + " is not there; start from the source tree, by ./menfang");
    }

    /// The folder of SQLite's library, unpacked by the build. Unpacked at each start, a program
    /// that is killed would leave it behind.
    static Path nativeSqlite() throws CrashFailure {
        String given = System.getProperty("org.sqlite.lib.path");
        return given == null
                ? path("simulators/target/native/org/sqlite/native/Linux/" + machine())
                : Path.of(given);
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
