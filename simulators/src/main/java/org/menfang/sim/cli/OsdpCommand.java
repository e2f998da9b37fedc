package org.menfang.sim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.osdp.KeyFolder;
import org.menfang.sim.osdp.LiveOsdpLine;
import org.menfang.sim.osdp.OsdpHands;
import org.menfang.sim.osdp.PdDeed;
import org.menfang.sim.osdp.PdPlan;
import org.menfang.sim.osdp.PdSecurity;
import org.menfang.sim.osdp.SerialPath;
import org.menfang.sim.osdp.SimulatedOsdpLine;
import org.menfang.sim.osdp.SimulatedPd;
import org.menfang.sim.time.Chance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Is OSDP readers on a line, so that a real panel can be tried against them.
@Command(
        name = "osdp",
        description = {
            "在串口上模拟 OSDP 读卡器；操作逐行输入，输入 help 看有哪些。",
            "Is OSDP readers at a serial port or pseudo-terminal. What people do at them is typed, line"
                    + " by line; help lists it. It ends with its input or with the line.",
            "",
            "Two of them without a wire: socat pty,raw,echo=0,link=/tmp/a pty,raw,echo=0,link=/tmp/b"
        },
        mixinStandardHelpOptions = true)
final class OsdpCommand implements Callable<Integer> {
    private static final int RANDOM_BYTES = 8;

    @Option(
            names = "--device",
            required = true,
            paramLabel = "PATH",
            description = "such as /dev/ttyUSB0")
    private Path device = Path.of("");

    @Option(
            names = "--address",
            split = ",",
            defaultValue = "0",
            paramLabel = "N",
            description = "one reader for each; the same twice is a fault to try; default: 0")
    private List<Integer> addresses = new ArrayList<>();

    @Option(
            names = "--baud",
            defaultValue = "" + PdPlan.BAUD,
            paramLabel = "N",
            description = "default: ${DEFAULT-VALUE}")
    private int baud;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "where keys stay that a panel gave; without it they are gone with the program")
    private @Nullable Path keys;

    @Option(names = "--plain", description = "old readers that know no secure channel")
    private boolean plain;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "what troubles and random numbers are drawn from; default: 1")
    private long seed;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final InputStream typed;

    OsdpCommand() {
        this(System.in);
    }

    /// @param typed what people do
    OsdpCommand(InputStream typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            run(out);
            return ExitStatus.FINE;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return ExitStatus.WRONG_USE;
        } catch (IOException e) {
            err.println(e.getMessage());
            return ExitStatus.UNAVAILABLE;
        }
    }

    private void run(PrintWriter out) throws IOException, InterruptedException {
        Supplier<MonotonicTime> clock = LiveOsdpLine.clock();
        List<SimulatedPd> readers = new ArrayList<>();
        for (int address : addresses) {
            readers.add(reader(address, clock, out));
        }
        SimulatedOsdpLine line = new SimulatedOsdpLine(readers, clock, seed);
        SerialPath serial = new SerialPath(device);
        serial.prepare(baud);
        try (LiveOsdpLine live = LiveOsdpLine.start(line, serial.in(), serial.out(), clock)) {
            out.println("readers " + addresses + " at " + device);
            obey(new OsdpHands(line, readers), live, out);
        }
    }

    /// Ends with the input; if there never was any, with the line.
    private void obey(OsdpHands hands, LiveOsdpLine live, PrintWriter out)
            throws IOException, InterruptedException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(typed, StandardCharsets.UTF_8));
        String text = lines.readLine();
        if (text == null) {
            live.awaitEnd();
        }
        while (text != null) {
            try {
                out.println(hands.act(text));
            } catch (IllegalArgumentException e) {
                out.println(e.getMessage());
            }
            text = lines.readLine();
        }
    }

    private SimulatedPd reader(int address, Supplier<MonotonicTime> clock, PrintWriter out)
            throws IOException {
        Chance chance = Chance.of(seed, "osdp reader " + address);
        PdPlan usual = PdPlan.usual(address, security(address));
        PdPlan plan = new PdPlan(address, baud, usual.identity(), usual.parts(), usual.security());
        SimulatedPd reader = new SimulatedPd(plan, clock, () -> chance.bytes(RANDOM_BYTES));
        reader.watch(deed -> {
            out.println(address + ": " + deed);
            if (deed instanceof PdDeed.KeyGiven) {
                keep(reader, out);
            }
        });
        return reader;
    }

    private PdSecurity security(int address) throws IOException {
        Path folder = keys;
        if (plain) {
            return new PdSecurity.None();
        }
        return folder == null ? new PdSecurity.Install() : new KeyFolder(folder).security(address);
    }

    private void keep(SimulatedPd reader, PrintWriter out) {
        Path folder = keys;
        if (folder == null) {
            return;
        }
        try {
            new KeyFolder(folder).keep(reader.address(), reader.security());
        } catch (IOException e) {
            out.println("the key cannot be kept: " + e.getMessage());
        }
    }
}
