package org.menfang.gate.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.signs.GateSigns;
import org.menfang.json.Json;
import org.menfang.tls.PrivateFiles;

/// Answers questions about the records of a running gate and about how it is, and lets readers be
/// given keys, on a socket file that only the gate's own user can open. One question a connection,
/// one connection at a time, each for a limited time.
public final class LocalAnswers implements AutoCloseable {
    /// How long a connection may take.
    private static final Duration CONNECTION_MAX = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(LocalAnswers.class.getName());
    private static final int QUESTION_BYTES_MAX = 64;
    private static final int WAITING_CONNECTIONS_MAX = 4;

    private final Path socket;
    private final Records records;
    private final LocalInstalls installs;
    private final Supplier<Answer> signs;
    private final Duration connectionMax;
    private final ServerSocketChannel server;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("local-answers-clock").factory());

    private LocalAnswers(
            Path socket,
            Records records,
            LocalInstalls installs,
            Supplier<Answer> signs,
            Duration connectionMax,
            ServerSocketChannel server) {
        this.socket = socket;
        this.records = records;
        this.installs = installs;
        this.signs = signs;
        this.connectionMax = connectionMax;
        this.server = server;
    }

    /// Begins to answer.
    ///
    /// @param socket the file; whatever lies there is left over from a gate that was killed
    /// @param installs gives readers their keys
    /// @param signs tells how the gate is now
    /// @throws IOException if it cannot be made, such as under a path of more than 100 bytes
    public static LocalAnswers start(
            Path socket, Records records, ReaderInstalls installs, Supplier<GateSigns> signs)
            throws IOException {
        return start(
                socket,
                records,
                new LocalInstalls(installs),
                () -> Answer.words(new String(Json.write(signs.get()), StandardCharsets.UTF_8)),
                CONNECTION_MAX);
    }

    /// The same for a gate that does not tell how it is.
    public static LocalAnswers start(Path socket, Records records, ReaderInstalls installs)
            throws IOException {
        return start(socket, records, new LocalInstalls(installs), CONNECTION_MAX);
    }

    static LocalAnswers start(
            Path socket, Records records, LocalInstalls installs, Duration connectionMax)
            throws IOException {
        return start(
                socket,
                records,
                installs,
                () -> Answer.unreadable("this gate does not tell how it is"),
                connectionMax);
    }

    private static LocalAnswers start(
            Path socket,
            Records records,
            LocalInstalls installs,
            Supplier<Answer> signs,
            Duration connectionMax)
            throws IOException {
        PrivateFiles.folder(Objects.requireNonNull(socket.toAbsolutePath().getParent()));
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), WAITING_CONNECTIONS_MAX);
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        LocalAnswers answers =
                new LocalAnswers(socket, records, installs, signs, connectionMax, server);
        Thread.ofPlatform().daemon().name("local-answers").start(answers::run);
        return answers;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try (server) {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the socket file stays behind", e);
        }
    }

    private void run() {
        try {
            while (true) {
                serve(server.accept());
            }
        } catch (ClosedChannelException e) {
            LOG.log(System.Logger.Level.DEBUG, "no more answers: the gate ends", e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "no more answers to local questions", e);
        }
    }

    /// One connection, and whatever goes wrong with it.
    private void serve(SocketChannel accepted) {
        try (SocketChannel channel = accepted;
                InputStream in = Channels.newInputStream(channel);
                OutputStream out = Channels.newOutputStream(channel)) {
            Future<?> end = cutLater(channel);
            answer(Answer.line(in, QUESTION_BYTES_MAX)).write(out);
            end.cancel(false);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "a local question got no answer", e);
        }
    }

    private Future<?> cutLater(SocketChannel late) {
        return clock.schedule(
                () -> {
                    late.close();
                    return late;
                },
                connectionMax.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Answer answer(String question) {
        String[] words = question.split(" ", -1);
        if (LocalInstalls.isMeant(words)) {
            return installs.answer(words);
        }
        if (LocalHold.isMeant(words)) {
            return new LocalHold(records.heldFile()).answer(words);
        }
        if (question.equals(LocalQuestions.SIGNS)) {
            return signs.get();
        }
        try {
            if (words.length == 2 && words[0].equals(LocalQuestions.EVENT)) {
                return Answer.of(records.event(Long.parseLong(words[1])));
            }
            if (words.length == 2 && words[0].equals(LocalQuestions.RULES)) {
                return Answer.of(records.rules(Long.parseLong(words[1])));
            }
        } catch (NumberFormatException e) {
            return Answer.unreadable("not a number: " + words[1]);
        }
        return Answer.unreadable("nobody knows this question");
    }
}
