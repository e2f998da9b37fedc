package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rig.OutsideWires;

/// The real gate as a process on the board of the guest, with `site.yaml` and `rules.json`.
final class GateOnBoard implements AutoCloseable {
    /// Line of the lock that holds while it has power.
    static final int MAGLOCK = 17;

    /// Line of the lock that opens while its line is low.
    static final int STRIKE = 27;

    static final int MONITOR = 5;
    static final int FIRE = 12;
    static final int REX = 16;

    /// Nothing takes that long when it works.
    static final Duration WAIT = Duration.ofSeconds(40);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final int TRIES_MAX = 30;
    private static final int SHED_ENTRY = 19;
    private static final int SHED_REX = 26;
    private static final int[] READER_WIRES = {23, 24};
    private static final int HEAP_MEGABYTES = 160;
    private static final String PULSE_MICROS = "50";
    private static final String GAP_MICROS = "1950";

    private final OutsideWires wires = OutsideWires.ofThisGuest();
    private final Path folder;
    private final Path log;
    private final Process process;

    private GateOnBoard(Program gate, Path folder, List<String> more) throws IOException {
        atRest();
        this.folder = folder;
        log = gate.log();
        List<String> arguments = new ArrayList<>(List.of("run", "--site"));
        arguments.add(copied("site.yaml", folder).toString());
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        arguments.addAll(List.of("--hardware", "linux"));
        arguments.addAll(more);
        process = gate.start(List.of(), arguments);
    }

    /// Imports the rules, starts the gate, and waits until it holds its door.
    ///
    /// @param more arguments of `gate run`
    static GateOnBoard start(String... more) throws IOException, InterruptedException, DemoFailure {
        Path folder = Files.createTempDirectory("gate-");
        Files.createDirectories(folder.resolve("data/tmp"));
        Program gate =
                new Program(
                        "gate",
                        "org.menfang.gate.app.Main",
                        HEAP_MEGABYTES,
                        folder.resolve("data/tmp"),
                        folder.resolve("gate.log"));
        Path rules = copied("rules.json", folder);
        gate.run(
                List.of(
                        "import",
                        "--rules",
                        rules.toString(),
                        "--data",
                        folder.resolve("data").toString()));
        GateOnBoard started = new GateOnBoard(gate, folder, List.of(more));
        if (!started.holdsTheDoor()) {
            started.close();
            throw new IOException("no gate holds the door: " + Files.readString(gate.log()));
        }
        return started;
    }

    private boolean holdsTheDoor() {
        long until = System.nanoTime() + WAIT.toNanos();
        boolean holds = false;
        while (!holds && process.isAlive() && System.nanoTime() < until) {
            holds = wires.await(MAGLOCK, true, LOOK_EVERY);
        }
        return holds;
    }

    private static Path copied(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream text = GateOnBoard.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(text), file);
        }
        return file;
    }

    /// Doors are shut, nobody asks, nothing burns; the circuit keeps the strike without power.
    private void atRest() {
        for (int high : new int[] {STRIKE, REX, SHED_ENTRY, SHED_REX, 23, 24}) {
            wires.pull(high, true);
        }
        for (int low : new int[] {MAGLOCK, MONITOR, 6, FIRE}) {
            wires.pull(low, false);
        }
    }

    OutsideWires wires() {
        return wires;
    }

    /// Whether a line comes to carry a level.
    boolean becomes(int line, boolean high) {
        return wires.await(line, high, WAIT);
    }

    /// Shows a card again and again, as people do, until something is so. A busy machine stretches
    /// the pulses of the reader, and the gate refuses a frame that no reader sends.
    boolean presentUntil(int facility, int number, BooleanSupplier isSo)
            throws IOException, InterruptedException {
        boolean so = false;
        for (int tried = 0; tried < TRIES_MAX && !so; tried++) {
            present(wiegand26(facility, number));
            long until = System.nanoTime() + ANSWER.toNanos();
            while (!so && System.nanoTime() < until) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                so = isSo.getAsBoolean();
            }
        }
        return so;
    }

    private void present(String bits) throws IOException, InterruptedException {
        Process hands =
                new ProcessBuilder(
                                System.getProperty("rig.hands"),
                                wires.folder().toString(),
                                PULSE_MICROS,
                                GAP_MICROS,
                                READER_WIRES[0] + "," + READER_WIRES[1] + "," + bits)
                        .inheritIO()
                        .start();
        assertEquals(0, hands.waitFor());
    }

    /// Whether the gate comes to say something.
    boolean comesToSay(String words) {
        long until = System.nanoTime() + WAIT.toNanos();
        while (!said(words) && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return said(words);
    }

    /// Whether the gate has said something.
    boolean said(String words) {
        return fileOf(log).contains(words);
    }

    private static String wiegand26(int facility, int number) {
        int data = facility << 16 | number;
        int even = Integer.bitCount(data >>> 12) % 2;
        int odd = 1 - Integer.bitCount(data & 0xFFF) % 2;
        int frame = even << 25 | data << 1 | odd;
        return String.format("%26s", Integer.toBinaryString(frame)).replace(' ', '0');
    }

    /// What the doctor finds, which is something at least: nobody vouches for the clock of the
    /// guest.
    String doctor() throws IOException, InterruptedException {
        Path said = folder.resolve("doctor.log");
        Files.deleteIfExists(said);
        Program doctor =
                new Program(
                        "doctor",
                        "org.menfang.gate.app.Main",
                        HEAP_MEGABYTES,
                        Files.createTempDirectory("doctor-"),
                        said);
        Process running =
                doctor.start(
                        List.of(),
                        List.of(
                                "doctor",
                                "--site",
                                folder.resolve("site.yaml").toString(),
                                "--data",
                                folder.resolve("data").toString(),
                                "--hardware",
                                "linux",
                                "--json"));
        assertEquals(1, running.waitFor(), () -> fileOf(said));
        return fileOf(said);
    }

    private static String fileOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Presses the exit button for a moment.
    void askToLeave() {
        wires.pull(REX, false);
        assertTrue(becomes(MAGLOCK, false));
        wires.pull(REX, true);
    }

    /// Ends it as a service manager does; its exit status.
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(WAIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
