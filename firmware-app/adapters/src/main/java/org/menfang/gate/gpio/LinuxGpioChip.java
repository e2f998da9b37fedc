package org.menfang.gate.gpio;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.linux.Errno;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.LinuxWake;
import org.menfang.site.PinPlan;

/// A GPIO chip of this machine.
///
/// An output is taken together with its first level, so that the line never carries another one. An
/// input is debounced by the kernel, whose times of edges are on the scale of {@link
/// System#nanoTime}. The kernel keeps {@link #EVENTS_MAX} edges a request; what comes on top is
/// lost, and seen to be lost.
///
/// Closing ends the threads first and gives the lines back then, each output with the level that it
/// was driven to last: whoever wants a safe state drives it before. What a line does once it is
/// given back, at the end of the program or at its death (`kill -9`), is the chip driver's
/// business. The mainline drivers of the Raspberry Pi make it an input again, so that the resistor
/// of the circuit decides; the kernels that Raspberry Pi ships leave it driven as it was, unless
/// `config.txt` says `dtparam=strict_gpiod`.
public final class LinuxGpioChip implements GpioChip, Closeable {
    /// How many edges the kernel keeps a request until they are read, which is the most it offers.
    public static final int EVENTS_MAX = 1024;

    /// The longest that the kernel takes: its microseconds have 32 bits.
    private static final Duration DEBOUNCE_MAX = Duration.ofSeconds(60);

    private static final String CONSUMER = "menfang ";
    private static final Logger LOG = System.getLogger(LinuxGpioChip.class.getName());

    private final ChipSearch.FoundChip chip;
    private final IntFunction<String> names;
    private final LinuxWake end;
    private final List<LineRequest> requests = new ArrayList<>();
    private final List<EdgeReader> readers = new ArrayList<>();
    private boolean closed;

    private LinuxGpioChip(ChipSearch.FoundChip chip, IntFunction<String> names, LinuxWake end) {
        this.chip = chip;
        this.names = names;
        this.end = end;
    }

    /// Opens the chip that carries one of some labels.
    ///
    /// @param names what to call a line, for others who look who holds it
    /// @throws IOException if there is not exactly one; it says what a person can do
    public static LinuxGpioChip open(Set<String> labels, IntFunction<String> names)
            throws IOException {
        return open(Path.of("/dev"), labels, names);
    }

    static LinuxGpioChip open(Path devices, Set<String> labels, IntFunction<String> names)
            throws IOException {
        ChipSearch.FoundChip chip = ChipSearch.find(devices, labels);
        ReleasedLines.advice().ifPresent(advice -> LOG.log(Level.WARNING, advice));
        try {
            return new LinuxGpioChip(chip, names, LinuxWake.open());
        } catch (LinuxException e) {
            chip.file().close();
            throw e;
        }
    }

    public String label() {
        return chip.label();
    }

    @Override
    public synchronized OutputLine output(int line, boolean initiallyHigh) {
        LineRequest request =
                take(
                        wish(List.of(line), GpioLayout.OUTPUT, 0),
                        GpioLayout.ATTRIBUTE_OUTPUT_VALUES,
                        initiallyHigh ? 1 : 0);
        return new LinuxOutput(request, initiallyHigh);
    }

    @Override
    public synchronized InputLine input(
            int line, PinPlan.Pull pull, Duration debounce, EdgeListener listener) {
        if (debounce.isNegative() || debounce.compareTo(DEBOUNCE_MAX) > 0) {
            throw new IllegalArgumentException("no kernel debounces for " + debounce);
        }
        long flags =
                GpioLayout.INPUT | GpioLayout.EDGE_RISING | GpioLayout.EDGE_FALLING | bias(pull);
        LineRequest.Wish wish = wish(List.of(line), flags, EVENTS_MAX);
        LineRequest request =
                debounce.isZero()
                        ? take(wish)
                        : take(wish, GpioLayout.ATTRIBUTE_DEBOUNCE, debounce.toNanos() / 1_000);
        read(request, new LevelEdges(request, listener));
        return () -> level(request, line);
    }

    @Override
    public synchronized TimedLines timed(
            List<Integer> lines, PinPlan.Pull pull, TimedEdgeListener listener) {
        if (lines.isEmpty()
                || lines.size() > TIMED_LINES_MAX
                || new TreeSet<>(lines).size() != lines.size()) {
            throw new IllegalArgumentException("different lines are taken together: " + lines);
        }
        long flags = GpioLayout.INPUT | GpioLayout.EDGE_FALLING | bias(pull);
        LineRequest request = take(wish(lines, flags, EVENTS_MAX));
        read(request, listener);
        return line -> level(request, line);
    }

    /// Whether every input that was taken is still listened to.
    public synchronized boolean isLive() {
        return readers.stream().allMatch(EdgeReader::isLive);
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        end.wake();
        try {
            for (EdgeReader reader : readers) {
                reader.awaitEnd();
            }
        } catch (InterruptedException e) {
            // The kernel takes back what is left open when the program ends.
            Thread.currentThread().interrupt();
            return;
        }
        for (LineRequest request : requests) {
            request.close();
        }
        end.close();
        chip.file().close();
    }

    @FunctionalInterface
    private interface Taking {
        LineRequest take() throws LinuxException;
    }

    private LineRequest.Wish wish(List<Integer> lines, long flags, int events) {
        String consumer = lines.stream().map(names::apply).collect(Collectors.joining(" "));
        return new LineRequest.Wish(lines, CONSUMER + consumer, flags, events);
    }

    private LineRequest take(LineRequest.Wish wish) {
        return take(wish, () -> LineRequest.take(chip.file(), wish));
    }

    private LineRequest take(LineRequest.Wish wish, int attribute, long value) {
        return take(wish, () -> LineRequest.take(chip.file(), wish, attribute, value));
    }

    private LineRequest take(LineRequest.Wish wish, Taking taking) {
        for (int line : wish.lines()) {
            if (line < 0 || line >= chip.lines()) {
                throw new UncheckedIOException(
                        new IOException(
                                "the GPIO chip %s has no line %d: its lines are 0 to %d"
                                        .formatted(chip.label(), line, chip.lines() - 1)));
            }
        }
        try {
            LineRequest request = taking.take();
            requests.add(request);
            return request;
        } catch (LinuxException e) {
            throw new UncheckedIOException(e.is(Errno.EBUSY) ? e.advising(holders(wish)) : e);
        }
    }

    private void read(LineRequest request, TimedEdgeListener listener) {
        readers.add(EdgeReader.start(request, end, listener));
    }

    private String holders(LineRequest.Wish wish) {
        return wish.lines().stream()
                .map(this::holder)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// Who holds a line; empty if nobody does.
    private String holder(int line) {
        ByteBuffer info = GpioLayout.structure(GpioLayout.LINE_INFO_BYTES);
        info.putInt(GpioLayout.LINE_INFO_OFFSET_AT, line);
        try {
            chip.file().ioctl("ask who holds line " + line, GpioLayout.GET_LINE_INFO, info);
        } catch (LinuxException e) {
            LOG.log(Level.WARNING, "it is not known who holds line " + line, e);
            return "somebody else holds line " + line;
        }
        if ((info.getLong(GpioLayout.LINE_INFO_FLAGS_AT) & GpioLayout.USED) == 0) {
            return "";
        }
        String consumer = GpioLayout.name(info, GpioLayout.LINE_INFO_CONSUMER_AT);
        return "line %d is held by \"%s\"".formatted(line, consumer.isEmpty() ? "?" : consumer);
    }

    private static boolean level(LineRequest request, int line) {
        try {
            return request.isHigh(line);
        } catch (LinuxException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bias(PinPlan.Pull pull) {
        return switch (pull) {
            case NONE -> GpioLayout.PULL_NONE;
            case UP -> GpioLayout.PULL_UP;
            case DOWN -> GpioLayout.PULL_DOWN;
        };
    }
}
