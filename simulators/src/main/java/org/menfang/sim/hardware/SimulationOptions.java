package org.menfang.sim.hardware;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.SimulationClock;

/// How the simulated hardware is to behave, from the system properties of the program.
///
/// | property | meaning | default |
/// |---|---|---|
/// | `menfang.sim.speed` | seconds of the day that pass in one second | 144: a day in 10 minutes |
/// | `menfang.sim.start` | when the day begins, in the compound's time zone | 2026-09-21T05:30 |
/// | `menfang.sim.seed` | what people, contacts and noise draw their chance from | 1 |
/// | `menfang.sim.people` | whether people come and go: `yes` or `no` | no |
/// | `menfang.sim.port` | port of the REST face on loopback; 0 for any free one | 0 |
///
/// @param start in the compound's time zone
public record SimulationOptions(
        double speed, LocalDateTime start, long seed, boolean people, int port) {
    public static final double DEFAULT_SPEED = 144;
    public static final LocalDateTime DEFAULT_START = LocalDateTime.of(2026, 9, 21, 5, 30);

    private static final String PREFIX = "menfang.sim.";
    private static final int PORT_MAX = 65_535;

    public SimulationOptions {
        check(
                speed > 0 && speed <= SimulationClock.SPEED_MAX,
                PREFIX + "speed lies above 0 and up to " + (long) SimulationClock.SPEED_MAX);
        check(port >= 0 && port <= PORT_MAX, PREFIX + "port lies between 0 and " + PORT_MAX);
    }

    /// Reads the system properties.
    ///
    /// @throws IllegalArgumentException if one of them is malformed; it says which
    public static SimulationOptions fromSystemProperties() {
        return from(System::getProperty);
    }

    static SimulationOptions from(Function<String, @Nullable String> properties) {
        return new SimulationOptions(
                read(properties, "speed", Double::valueOf, DEFAULT_SPEED),
                read(properties, "start", LocalDateTime::parse, DEFAULT_START),
                read(properties, "seed", Long::valueOf, 1L),
                read(properties, "people", SimulationOptions::yesOrNo, false),
                read(properties, "port", Integer::valueOf, 0));
    }

    private static boolean yesOrNo(String text) {
        check(text.equals("yes") || text.equals("no"), "yes or no");
        return text.equals("yes");
    }

    private static <T> T read(
            Function<String, @Nullable String> properties,
            String name,
            Function<String, T> parse,
            T otherwise) {
        String text = properties.apply(PREFIX + name);
        if (text == null) {
            return otherwise;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(PREFIX + name + " is malformed: " + text, e);
        }
    }

    private static void check(boolean holds, String demand) {
        if (!holds) {
            throw new IllegalArgumentException(demand);
        }
    }
}
