package org.menfang.sim.demo;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a demo is to run.
///
/// @param siteFile the site file of the compound, copied into the folder
/// @param data the folder for everything; none for one that is removed in the end
/// @param port of the board; 0 for any free one; none for the usual one, or any if that is taken
/// @param seed what people and devices draw their chance from
/// @param speed how many seconds of the day pass in one second
/// @param lasts how long it runs; none for until it is told to stop
public record DemoOptions(
        Path siteFile,
        @Nullable Path data,
        @Nullable Integer port,
        long seed,
        double speed,
        @Nullable Duration lasts,
        DemoWords words) {}
