package org.menfang.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the fuzzer enters, once for each input. The first byte says which reader of the room gets
/// the rest: so one process serves them all, and what it costs to start is paid once.
public final class FuzzEntry {
    /// In the folder of the room: how many inputs each reader took, and the time on the processor.
    static final String COUNTS = "counts";

    /// In the folder of the room: the beginning of the name of each file that tells of a fault.
    static final String FAULT = "fault-";

    private static final int FRAMES_THAT_TELL = 3;

    private static List<FuzzTarget> targets = List.of();
    private static Path folder = Path.of("");
    private static long[] inputs = {};
    private static long[] nanos = {};
    private static final Set<String> TOLD = new HashSet<>();

    private FuzzEntry() {}

    /// Each reader takes one input before the fuzzer looks at its watch: the first one also loads
    /// and changes all classes.
    ///
    /// @param arguments the room, and a folder of its own
    public static void fuzzerInitialize(String[] arguments) throws Exception {
        targets = Room.valueOf(arguments[0]).targets();
        folder = Path.of(arguments[1]);
        inputs = new long[targets.size()];
        nanos = new long[targets.size()];
        for (int i = 0; i < targets.size(); i++) {
            take(i, Corpus.of(targets.get(i)).getFirst());
        }
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        if (data.length == 0) {
            return;
        }
        take(
                Byte.toUnsignedInt(data[0]) % targets.size(),
                Arrays.copyOfRange(data, 1, data.length));
    }

    private static void take(int index, byte[] input) throws Exception {
        FuzzTarget target = targets.get(index);
        try {
            nanos[index] += Bounds.check(target, input);
            inputs[index]++;
        } catch (Exception | Error e) {
            tell(target, input, e);
            throw e;
        }
    }

    /// Called by the fuzzer when it ends.
    public static void fuzzerTearDown() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            lines.add(targets.get(i).name() + " " + inputs[i] + " " + nanos[i] / 1_000_000);
        }
        Files.write(folder.resolve(COUNTS), lines);
    }

    /// Tells of each place that breaks once.
    private static void tell(FuzzTarget target, byte[] input, Throwable fault) throws IOException {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        String place =
                Stream.of(fault.getStackTrace())
                        .limit(FRAMES_THAT_TELL)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" "));
        if (TOLD.add(target.name() + " " + place)) {
            Files.writeString(
                    folder.resolve(FAULT + TOLD.size()),
                    target.name() + "\n" + InputText.write(input) + "\n" + trace);
        }
        fuzzerTearDown();
    }
}
