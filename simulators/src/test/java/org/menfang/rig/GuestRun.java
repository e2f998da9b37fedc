package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rig.Guest;
import org.menfang.sim.rig.GuestEnd;
import org.menfang.sim.rig.Hands;
import org.menfang.sim.rig.Kernel;
import org.menfang.sim.rig.RigFailure;

/// One guest in which all tests of one class were run.
final class GuestRun {
    private static final int HEAP_MEGABYTES = 128;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final GuestEnd end;
    private final List<GuestResult> results;

    private GuestRun(GuestEnd end, List<GuestResult> results) {
        this.end = end;
        this.results = results;
    }

    /// Boots a guest for the tests of a class, and waits for its end.
    static GuestRun of(Class<?> tests, Path folder)
            throws IOException, InterruptedException, RigFailure {
        Path results = folder.resolve("results");
        GuestEnd end =
                endOf(GuestProgram.class, List.of(tests.getName(), results.toString()), folder);
        List<GuestResult> told = new ArrayList<>();
        if (Files.exists(results)) {
            Files.readAllLines(results).forEach(line -> told.add(GuestResult.in(line)));
        }
        return new GuestRun(end, told);
    }

    /// Boots a guest for one program, and waits for its end.
    static GuestEnd endOf(Class<?> main, List<String> arguments, Path folder)
            throws IOException, InterruptedException, RigFailure {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Program java =
                new Program(
                        "tests", main.getName(), HEAP_MEGABYTES, temporary, folder.resolve("log"));
        String hands = "rig.hands=" + Hands.build("hands", folder);
        return new Guest(Kernel.built(), folder)
                .run(java.command(List.of(hands), arguments), LIMIT);
    }

    /// Each test of the guest as one of here, and one for the guest itself.
    Stream<DynamicTest> tests() {
        return Stream.concat(
                results.stream()
                        .map(result ->
                                DynamicTest.dynamicTest(
                                        result.test(), () -> assertNull(result.fault()))),
                Stream.of(DynamicTest.dynamicTest("the guest ends by itself", this::checkEnd)));
    }

    private void checkEnd() {
        switch (end) {
            case GuestEnd.Ended(int status, String output) -> {
                assertEquals(0, status, output);
                assertFalse(results.isEmpty(), output);
            }
            case GuestEnd.OutOfTime(String output) -> throw new AssertionError(output);
            case GuestEnd.Died(String output) -> throw new AssertionError(output);
        }
    }
}
