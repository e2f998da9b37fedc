package org.menfang.gate.osdp;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.ConnectedReaders;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.vocabulary.ReaderId;

/// All OSDP readers of a gate, on one or several lines, with a thread for each line.
public final class OsdpReaders implements ConnectedReaders, ReaderInstalls {
    private static final System.Logger LOG = System.getLogger(OsdpReaders.class.getName());
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(5);

    private final Map<ReaderId, LineThread> lineOf = new LinkedHashMap<>();
    private final List<LineThread> lines = new ArrayList<>();
    private final Map<ReaderId, ReaderStatus> statuses = new ConcurrentHashMap<>();

    /// The readers whose failure was told. One that only began anew is given the time to come back.
    private final Set<ReaderId> failed = ConcurrentHashMap.newKeySet();

    private OsdpReaders() {}

    /// What readers are connected to.
    ///
    /// @param keys where their keys are kept
    /// @param listener hears what they read, and how they are
    public record Parts(OsdpTimings timings, KeyShelf keys, ReaderListener listener) {}

    /// Connects readers, and goes on trying to reach those that are not there.
    public static OsdpReaders connect(List<OsdpLine> lines, Parts parts) {
        OsdpReaders readers = new OsdpReaders();
        lines.forEach(line -> readers.add(line, parts));
        return readers;
    }

    private void add(OsdpLine line, Parts parts) {
        SecureRandom random = new SecureRandom();
        LineParts shared =
                new LineParts(
                        parts.timings(),
                        line.baud(),
                        parts.keys(),
                        count -> {
                            byte[] bytes = new byte[count];
                            random.nextBytes(bytes);
                            return bytes;
                        },
                        parts.listener(),
                        (reader, status) -> note(parts, reader, status));
        OsdpPanel panel = new OsdpPanel(shared);
        line.places()
                .forEach(place ->
                        panel.with(new PanelReader(place.reader(), place.address(), shared)));
        LineThread thread = LineThread.start(line, panel);
        lines.add(thread);
        line.places().forEach(place -> lineOf.put(place.reader(), thread));
    }

    private void note(Parts parts, ReaderId reader, ReaderStatus status) {
        ReaderStatus before = statuses.put(reader, status);
        ReaderFault fault = status.fault();
        if (status.online()) {
            if (failed.remove(reader)) {
                parts.listener().onRecovered(reader);
            }
        } else if (fault != null && fault != ReaderFault.SESSION_LOST && failed.add(reader)) {
            LOG.log(System.Logger.Level.WARNING, "reader {0}: {1}", reader, fault.words());
            parts.listener().onFailed(reader, fault.words());
        }
        if (status.tamper() != (before != null && before.tamper())) {
            parts.listener().onTamper(reader, status.tamper());
        }
    }

    /// Whether this reader is one of these.
    public boolean has(ReaderId reader) {
        return lineOf.containsKey(reader);
    }

    /// How a reader is.
    public ReaderStatus status(ReaderId reader) {
        return statuses.getOrDefault(reader, ReaderStatus.UNKNOWN);
    }

    /// How each reader is now.
    public List<ReaderState> states() {
        return lineOf.keySet().stream().map(this::state).toList();
    }

    private ReaderState state(ReaderId reader) {
        ReaderStatus status = status(reader);
        ReaderFault fault = status.fault();
        return new ReaderState.OnLine(
                reader,
                status.online(),
                fault == null ? "" : fault.name(),
                fault == null ? "" : fault.words(),
                status.tamper(),
                status.powerFailed());
    }

    @Override
    public boolean areLive() {
        return lines.stream().allMatch(LineThread::isLive);
    }

    @Override
    public void show(ReaderId reader, ReaderFeedback feedback) {
        LineThread line = lineOf.get(reader);
        if (line != null && !line.ask((panel, now) -> panel.show(now, reader, feedback))) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} cannot show anything: too much waits",
                    reader);
        }
    }

    /// Drives an output of a reader for good, if the reader is there.
    public void drive(ReaderId reader, int output, boolean on) {
        LineThread line = lineOf.get(reader);
        if (line != null
                && !line.ask((panel, now) -> {
                    if (!panel.drive(now, reader, output, on)) {
                        LOG.log(System.Logger.Level.WARNING, "{0} cannot be driven", reader);
                    }
                })) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be driven: too much waits", reader);
        }
    }

    @Override
    public Optional<String> beginInstall(ReaderId reader, OptionalInt foundAt) {
        LineThread line = lineOf.get(reader);
        if (line == null) {
            return Optional.of("没有这个 OSDP 读头 / there is no OSDP reader " + reader);
        }
        CompletableFuture<OsdpPanel.Installing> answer = new CompletableFuture<>();
        line.ask((panel, now) -> answer.complete(panel.beginInstall(now, reader, foundAt)));
        try {
            return switch (answer.get(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                case BEGUN -> Optional.empty();
                case ADDRESS_TAKEN ->
                        Optional.of("线路上另一个读头用着这个地址 / another reader of the line has that address");
                case BAUD_UNKNOWN ->
                        Optional.of("经转换器的线路不能改地址 / an address cannot be set behind a converter");
            };
        } catch (TimeoutException e) {
            return Optional.of("线路没有应答 / the line does not answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it with an exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @Override
    public Optional<Progress> progress(ReaderId reader) {
        if (!has(reader)) {
            return Optional.empty();
        }
        ReaderStatus status = status(reader);
        ReaderFault fault = status.fault();
        return Optional.of(
                new Progress(
                        status.installing(), status.online(), fault == null ? "" : fault.words()));
    }

    @Override
    public void close() {
        lines.forEach(LineThread::close);
    }
}
